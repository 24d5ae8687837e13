using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Tests.Hosting;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Dashboard.Tests.Pages;

/// <summary>Two accounts with equal ids in Lever, whose texts are all attempts at the browser or the spreadsheet.</summary>
public sealed class HostileSite : DashboardHost
{
    /// <summary>Put into names, titles, quotes, file names and messages.</summary>
    public static readonly string[] Payloads =
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "</textarea><iframe src=javascript:alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<!--<script>",
        "<style>*{display:none}</style>",
        "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "＝1+1",
        "\u202Eevil\u202C",
        "\uFEFF=1+1",
        "<\u0000script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "javascript:alert(1)",
    ];

    public const string Mine = "mine";
    public const string Other = "other";

    public static string Decision(int number) => $"d{number}";

    protected override async Task SeedAsync()
    {
        foreach (var name in new[] { Mine, Other })
        {
            var account = await ConnectAsync(name);
            for (var i = 0; i < Payloads.Length; i++)
            {
                await SeedAsync(account, i, Payloads[i]);
            }
        }
    }

    private async Task SeedAsync(AccountKey account, int i, string payload)
    {
        var cancel = CancellationToken.None;
        var at = TimeProvider.System.GetUtcNow();
        var posting = new PostingRow
        {
            PostingId = $"p{i}",
            Title = payload,
            State = "published",
            IsOpen = true,
            Location = payload,
            Text = payload,
            ContentHash = "h",
            CreatedAtMs = 1,
            Url = new Uri("javascript:alert(1)"),
        };
        var contact = new ContactRow
        {
            ContactId = $"c{i}",
            PersonKey = $"c{i}",
            PersonJson = System.Text.Json.JsonSerializer.Serialize(new { Names = new[] { payload } }),
            ResumeStatus = ResumeStatus.TooLarge,
            ResumeId = payload,
        };
        var opportunity = new OpportunityRow
        {
            OpportunityId = $"o{i}",
            ContactId = $"c{i}",
            PostingId = $"p{i}",
            StageId = "s",
            Origin = payload,
            CreatedAtMs = 1,
            LeadOf = Solution.Arkiive,
            IsMarkedNotUseful = true,
        };
        await Get<IMirrorStore>()
            .SaveAsync(
                account,
                1,
                new ScanSave
                {
                    Opportunities = [opportunity],
                    Contacts = [contact],
                    Postings = [posting],
                },
                cancel
            );
        var note = new EffectRow
        {
            EffectId = $"e{i}",
            Kind = EffectKind.Note,
            Subject = Decision(i),
            Target = payload,
            DecisionId = Decision(i),
            Solution = Solution.Fiilter,
            ContactId = $"c{i}",
            PostingId = $"p{i}",
            Ref = $"CVS-{account.Name}-{i}",
            PayloadJson = System.Text.Json.JsonSerializer.Serialize(new { Text = payload }),
            State = EffectState.Failed,
            Reason = payload,
            PlannedAt = at,
        };
        await Get<IDecisionStore>()
            .CommitAsync(
                account,
                new DecisionCommit
                {
                    Resume = new ResumeRecord
                    {
                        ContactId = $"c{i}",
                        Text = $"I wrote {payload} once.",
                        PersonJson = "{}",
                        Hash = "r",
                        Source = payload,
                        ReadAt = at,
                    },
                    Decisions = [new DecidedEffects(DecisionOf(i, payload, at), [note])],
                    Activity = [Line(i, payload, at)],
                },
                cancel
            );
    }

    private static DecisionRow DecisionOf(int i, string payload, DateTimeOffset at) =>
        new()
        {
            DecisionId = Decision(i),
            Solution = Solution.Fiilter,
            Subject = $"a{i}",
            ContactId = $"c{i}",
            OpportunityId = $"o{i}",
            PostingId = $"p{i}",
            Verdict = "no-match",
            Score = 0.2,
            Cut = 0.5,
            ModelVersion = "m",
            PolicyVersion = "y",
            ResumeHash = "r",
            EvidenceJson = System.Text.Json.JsonSerializer.Serialize(
                new
                {
                    Findings = new[]
                    {
                        new
                        {
                            Requirement = new
                            {
                                Text = payload,
                                Kind = "Skill",
                                Importance = "Must",
                                Weight = 1,
                            },
                            Judgement = "Met",
                            Quote = new { Text = payload, Start = 8 },
                        },
                    },
                }
            ),
            DecidedAt = at,
        };

    private static ActivityRow Line(int i, string payload, DateTimeOffset at) =>
        new()
        {
            At = at,
            Kind = "decided",
            Solution = Solution.Fiilter,
            ContactId = $"c{i}",
            PostingId = $"p{i}",
            DecisionId = Decision(i),
            Message = payload,
        };
}
