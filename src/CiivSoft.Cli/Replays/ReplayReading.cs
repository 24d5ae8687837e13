using CiivSoft.Abstractions.Replays;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Replays;

/// <summary>All pages of a replay.</summary>
internal sealed record ReplayReading(
    IReadOnlyList<ReplayedApplication> Applications,
    double Bar,
    string ModelVersion,
    string PolicyVersion
)
{
    public static async Task<ReplayReading> ReadAsync(
        AdminApi api,
        string account,
        Action<int> onProgress,
        CancellationToken cancellationToken
    )
    {
        var applications = new List<ReplayedApplication>();
        string? after = null;
        while (true)
        {
            var page = await api.ReplayAsync(account, after, cancellationToken);
            applications.AddRange(page.Applications);
            onProgress(applications.Count);
            if (page.Next is null)
            {
                return new ReplayReading(applications, page.Bar, page.ModelVersion, page.PolicyVersion);
            }

            after = page.Next;
        }
    }
}
