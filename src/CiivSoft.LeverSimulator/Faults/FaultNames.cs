namespace CiivSoft.LeverSimulator.Faults;

/// <summary>What the history calls the faults.</summary>
internal static class FaultNames
{
    public const string LostRequest = "lostRequest";
    public const string LostAnswer = "lostAnswer";
    public const string LateCommit = "lateCommit";
    public const string Status5xx = "status5xx";
    public const string Status5xxAfterCommit = "status5xxAfterCommit";
    public const string Status429 = "status429";
    public const string Malformed = "malformed";
    public const string BrokenRecord = "brokenRecord";
}
