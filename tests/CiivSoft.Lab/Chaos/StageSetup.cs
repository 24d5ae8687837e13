namespace CiivSoft.Lab.Chaos;

/// <summary>What every stage needs.</summary>
/// <param name="Plan">How much is worked through.</param>
/// <param name="Folder">Of data and logs.</param>
/// <param name="Progress">Told what happens.</param>
internal sealed record StageSetup(ChaosPlan Plan, string Folder, TextWriter Progress)
{
    /// <summary>Settings of every silo.</summary>
    public Dictionary<string, string> Settings =>
        new()
        {
            ["CIIVSOFT__EFFECTS__GRACE"] = Plan.Grace.ToString("c", null),
            ["LEVER__ATTEMPTTIMEOUT"] = Plan.AttemptTimeout.ToString("c", null),
            ["LEVER__WRITETIMEOUT"] = Plan.WriteTimeout.ToString("c", null),
        };
}
