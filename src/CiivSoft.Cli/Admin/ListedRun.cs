namespace CiivSoft.Cli.Admin;

/// <summary>One ARKiiVE run: from everybody to the leads.</summary>
internal sealed record ListedRun(
    int Run,
    string Cause,
    long Searched,
    int Scored,
    IReadOnlyDictionary<string, int> Excluded,
    int AboveBar,
    int Leads,
    DateTimeOffset DecidedAt
);
