using System.Diagnostics;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Every right that the product uses, taken away in turn from a key that had all of them.</summary>
public sealed class EachRightTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What still happens without the right: null for what depends on which of the two comes first.
    private static readonly Row[] Rows =
    [
        new(LeverRoute.ListStages, Moves: true, Leads: true),
        new(LeverRoute.ListPostings, Moves: false, Leads: false),
        new(LeverRoute.GetPosting, Moves: false, Leads: false),
        new(LeverRoute.ListOpportunities, Moves: false, Leads: false),
        new(LeverRoute.ListDeletedOpportunities, Moves: true, Leads: true),
        new(LeverRoute.GetOpportunity, Moves: false, Leads: true),
        new(LeverRoute.ListResumes, Moves: false, Leads: true),
        new(LeverRoute.DownloadResume, Moves: false, Leads: true),
        new(LeverRoute.ListFiles, Moves: true, Leads: true) { IsUsed = false },
        new(LeverRoute.DownloadFile, Moves: true, Leads: true) { IsUsed = false },
        new(LeverRoute.ListNotes, Moves: true, Leads: true) { IsUsed = false },
        new(LeverRoute.ListOffers, Moves: true, Leads: true) { IsUsed = false },
        new(LeverRoute.ListArchiveReasons, Moves: true, Leads: true) { IsUsed = false, IsExtra = true },
        new(LeverRoute.CreateOpportunity, Moves: true, Leads: false),
        new(LeverRoute.MoveToStage, Moves: false, Leads: true),
        new(LeverRoute.AddNote, Moves: null, Leads: null),
        new(LeverRoute.AddTags, Moves: true, Leads: true) { IsUsed = false },
    ];

    [Fact]
    public async Task Without_it_only_what_depends_on_it_stops_it_is_named_and_all_resumes_when_it_is_back()
    {
        // A person is read off the opportunities: nothing asks for the contact. Archiving is undo's alone.
        LeverRoute
            .All.Except([LeverRoute.GetContact, LeverRoute.ArchiveOpportunity])
            .Select(r => r.Right)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Rows.Select(r => r.Route.Right).Order(StringComparer.Ordinal));
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Grain.ConfigureAsync(
            new AccountSettings
            {
                CallsPerSecond = 5000,
                LeadsPerPosting = 1,
                LeadsPerPerson = 20,
            },
            CancellationToken.None
        );

        foreach (var row in Rows)
        {
            await CheckAsync(account, row);
        }
    }

    [Fact]
    public async Task Of_many_that_wait_for_a_right_one_tries_at_each_scan_and_the_rest_follows_it()
    {
        const string create = "POST /opportunities";
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        for (var i = 0; i < 5; i++)
        {
            await account.Lever.RememberAsync($"nina-{i}", "old", Samples.NurseResume, $"nina{i}@example.com");
        }

        await account.ConnectAsync(key: LeverProcess.ArticleExact);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();
        var tried = await account.Lever.CountRequestsAsync(create);
        await account.ScanAsync();
        await account.ScanAsync();
        (await account.Lever.CountRequestsAsync(create)).ShouldBe(tried + 2);

        var right = LeverRoute.CreateOpportunity.Right;
        await account.Lever.RightsAsync(LeverProcess.ArticleExact, "rights", new { add = new[] { right } });
        await account.ScanAsync();

        (await account.Lever.LeadsAsync("nurse")).Count.ShouldBe(5);
        (await account.Lever.CountRequestsAsync(create)).ShouldBe(tried + 2 + 5);
    }

    private async Task CheckAsync(TestAccount account, Row row)
    {
        var right = row.Route.Right;
        var posting = "nurse-" + Array.IndexOf(Rows, row);
        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { remove = new[] { right } });
        await PreflightAsync(account, row);
        silo.Clock.Advance(TimeSpan.FromMinutes(1)); // What was read in the moment before is not asked for again.

        var refusals = await account.Lever.CountRefusalsAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Lever.PostAsync(posting, "Registered Nurse", Samples.NursePosting);
        await account.Grain.ScanAsync(CancellationToken.None);
        if (row.IsUsed)
        {
            await UntilAsync(
                account,
                $"'{right}' is refused",
                async () => await account.Lever.CountRefusalsAsync() > refusals
            );
            await account.UntilAsync(
                $"'{right}' is named",
                s => s.Findings.Any(f => f.Message.Contains(right, StringComparison.Ordinal))
            );
        }

        await ExpectAsync(account, row.Moves, $"without '{right}' moves", () => IsNotedAsync(account, application));
        await ExpectAsync(account, row.Leads, $"without '{right}' leads", () => HasLeadAsync(account, posting));

        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { add = new[] { right } });
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.ScanAsync();
        await ExpectAsync(account, true, $"with '{right}' moves again", () => IsNotedAsync(account, application));
        await ExpectAsync(account, true, $"with '{right}' leads again", () => HasLeadAsync(account, posting));
        await account.UntilAsync($"'{right}' is missed no more", s => s.Findings.IsEmpty);
    }

    // Reads are asked for, and a missing one is named. Writes are known once they are used.
    private static async Task PreflightAsync(TestAccount account, Row row)
    {
        var preflight = await account.ConnectWithAsync(LeverProcess.AllRights);
        var check = preflight.Rights.SingleOrDefault(r => r.Name == row.Route.Right);
        var expected = row.Route.IsRead ? RightState.Missing : RightState.NotYetKnown;
        (check?.State, check?.IsOptional).ShouldBe((expected, row.IsExtra), $"preflight without '{row.Route.Right}'");
    }

    private static async Task ExpectAsync(TestAccount account, bool? expected, string what, Func<Task<bool>> isDone)
    {
        if (expected == true)
        {
            await UntilAsync(account, what, isDone);
        }
        else if (expected == false)
        {
            (await isDone()).ShouldBeFalse(what);
        }
    }

    private static async Task UntilAsync(TestAccount account, string what, Func<Task<bool>> isThere)
    {
        var watch = Stopwatch.StartNew();
        while (!await isThere())
        {
            (watch.Elapsed < Patience).ShouldBeTrue($"It did not happen that {what}: {await DescribeAsync(account)}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> DescribeAsync(TestAccount account)
    {
        var status = await account.Grain.GetStatusAsync();
        var open = (await account.EffectsAsync()).Where(e => e.State != EffectState.Done);
        return string.Join(
            '\n',
            [
                .. status.Findings.Select(f => f.Message),
                status.Backlog.ToString(),
                .. open.Select(e => $"{e.Kind} {e.Target}: {e.State}, {e.Reason}"),
            ]
        );
    }

    private static async Task<bool> IsNotedAsync(TestAccount account, string application) =>
        await account.Lever.OpportunityAsync(application) is { StageId: LeverProcess.ScreenedStageId, Notes.Count: 1 };

    private static async Task<bool> HasLeadAsync(TestAccount account, string posting) =>
        await account.Lever.LeadsAsync(posting) is [{ Notes.Count: 1 }];

    /// <param name="Route">Whose right is taken away.</param>
    /// <param name="Moves">Whether an application that matches is moved, with its note.</param>
    /// <param name="Leads">Whether a new posting gets its lead, with its note.</param>
    private sealed record Row(LeverRoute Route, bool? Moves, bool? Leads)
    {
        /// <summary>Whether a move and a lead come across it at all.</summary>
        public bool IsUsed { get; init; } = true;

        /// <summary>Whether it is used where it is there, and not missed where it is not.</summary>
        public bool IsExtra { get; init; }
    }
}
