namespace CiivSoft.Dashboard.Access;

/// <summary>What a user may do; each role may do what the one before may.</summary>
internal static class Roles
{
    /// <summary>Looks.</summary>
    public const string Viewer = "viewer";

    /// <summary>Scans, pauses, resumes, retries, goes live.</summary>
    public const string Operator = "operator";

    /// <summary>Connects and removes accounts, uses the admin API, sees the grain dashboard.</summary>
    public const string Admin = "admin";

    public static readonly string[] All = [Viewer, Operator, Admin];

    /// <summary>The roles that may do what this one may.</summary>
    public static string[] AtLeast(string role) => [.. All.SkipWhile(r => r != role)];
}
