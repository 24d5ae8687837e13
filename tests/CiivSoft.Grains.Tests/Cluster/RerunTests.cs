using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Deciding again on demand: a new decision beside the former one, and nobody is demoted.</summary>
public sealed class RerunTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task An_application_that_was_moved_is_decided_again_and_nothing_is_written()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        await account.ScanAsync();
        var writes = await account.Lever.CountWritesAsync();

        var answer = await RerunAsync(account, RerunRequest.OfOpportunity(application));

        answer.Applications.ShouldBe([application]);
        (await account.DecisionsAsync(Solution.Fiilter))
            .Select(d => (d.Verdict, d.Generation))
            .ShouldBe([(Verdicts.Match, 0), (Verdicts.Match, 1)]);
        (await account.Lever.CountWritesAsync()).ShouldBe(writes);
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Requirements_that_now_match_move_who_still_waits_and_those_that_no_longer_do_demote_nobody()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("opening", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var nurse = await account.Lever.ApplyAsync("opening", "Nina Example", Samples.NurseResume);
        var accountant = await account.Lever.ApplyAsync("opening", "Alan Example", Samples.AccountantResume);
        await account.ScanAsync();
        await account.Lever.ActAsync("stage", accountant, new { stage = "applicant-new" });

        await account.Lever.ActOnPostingAsync(
            "updatePosting",
            "opening",
            new { text = "Accountant", content = new { description = Samples.AccountantPosting } }
        );
        await account.ScanAsync();
        var answer = await RerunAsync(account, RerunRequest.OfPosting("opening"));

        answer.Applications.Order().ShouldBe(new[] { nurse, accountant }.Order());
        answer.RunsArkiive.ShouldBeTrue();
        (await account.Lever.OpportunityAsync(accountant)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        var kept = await account.Lever.OpportunityAsync(nurse);
        (kept.StageId, kept.IsArchived, kept.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, false, 1));
        var again = (await account.DecisionsAsync(Solution.Fiilter)).Where(d => d.Generation == 1).ToList();
        again.Single(d => d.OpportunityId == nurse).Verdict.ShouldBe(Verdicts.NoMatch);
        (await account.DecisionsAsync(Solution.Refiine))
            .Count(d => d.OpportunityId == nurse && d.Generation == 1)
            .ShouldBe(1);
    }

    [Fact]
    public async Task What_was_only_decided_in_shadow_is_replaced()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("opening", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(AccountMode.Shadow);
        var nurse = await account.Lever.ApplyAsync("opening", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.EffectsAsync()).Count(e => e.State == EffectState.Shadow).ShouldBe(2);

        await account.Lever.ActOnPostingAsync(
            "updatePosting",
            "opening",
            new { text = "Accountant", content = new { description = Samples.AccountantPosting } }
        );
        await account.ScanAsync();
        await RerunAsync(account, RerunRequest.OfOpportunity(nurse));
        (await account.EffectsAsync()).ShouldBeEmpty();

        await account.Lever.ActOnPostingAsync(
            "updatePosting",
            "opening",
            new { text = "Registered Nurse", content = new { description = Samples.NursePosting } }
        );
        await account.ScanAsync();
        await RerunAsync(account, RerunRequest.OfOpportunity(nurse));
        var effects = await account.EffectsAsync();
        effects
            .Select(e => (e.Kind, e.State))
            .ShouldBe([(EffectKind.Move, EffectState.Shadow), (EffectKind.Note, EffectState.Shadow)]);

        await account.Grain.GoLiveAsync(applyShadow: true, CancellationToken.None);
        await account.SettleAsync();
        var moved = await account.Lever.OpportunityAsync(nurse);
        (moved.StageId, moved.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
    }

    [Fact]
    public async Task Who_was_referred_is_not_referred_again()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("chef", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.Lever.LeadsAsync("nurse")).Count.ShouldBe(1);
        await account.Lever.PostAsync("nurse-2", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();

        await RerunAsync(account, RerunRequest.OfOpportunity(application));

        (await account.DecisionsAsync(Solution.Refiine))
            .Select(d => d.Verdict)
            .ShouldBe([Verdicts.Lead, Verdicts.None]);
        (await account.EffectsAsync())
            .Count(e => e is { Kind: EffectKind.Lead, Solution: Solution.Refiine })
            .ShouldBe(1);
        (await account.Lever.OpportunityAsync(application)).Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_and_what_cannot_be_decided_change_nothing()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        var dry = await account.Desk.RerunAsync(
            RerunRequest.OfOpportunity(application) with
            {
                IsDryRun = true,
            },
            CancellationToken.None
        );
        await account.Lever.ActAsync("archive", application);
        await account.ScanAsync();
        var archived = await RerunAsync(account, RerunRequest.OfOpportunity(application));
        var unknown = await RerunAsync(account, RerunRequest.OfOpportunity("nobody"));

        dry.Applications.ShouldBe([application]);
        archived.Skipped.ShouldHaveSingleItem().Reason.ShouldBe("It is archived.");
        unknown.Skipped.ShouldHaveSingleItem().OpportunityId.ShouldBe("nobody");
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match]);
    }

    [Fact]
    public async Task A_file_that_is_read_at_the_second_try_has_its_application_decided_again()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync(
            "nurse",
            "Nina Example",
            PlainTextReader.Later + Samples.NurseResume
        );
        await account.ScanAsync();
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe("applicant-new");
        var people = await NotReadAsync(account);

        (await account.Desk.RetryFilesAsync(people, CancellationToken.None)).ShouldBe(1);
        (await account.Desk.RetryFilesAsync(people, CancellationToken.None)).ShouldBe(0);
        await account.SettleAsync();

        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Unreadable, Verdicts.Match]);
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await NotReadAsync(account)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_read_at_the_second_try_gets_no_second_note_and_can_be_given_up()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var damaged = await account.Lever.ApplyAsync("nurse", "Nina Example", PlainTextReader.Damaged);
        var closed = await account.Lever.ApplyAsync("nurse", "Paul Example", PlainTextReader.Protected);
        await account.ScanAsync();
        var people = await NotReadAsync(account);
        people.Length.ShouldBe(2);

        (await account.Desk.RetryFilesAsync(people, CancellationToken.None)).ShouldBe(1, "a password stays");
        await account.SettleAsync();

        (await account.Lever.OpportunityAsync(damaged)).Notes.Count.ShouldBe(1);
        (await account.Lever.OpportunityAsync(closed)).Notes.Count.ShouldBe(1);
        (await NotReadAsync(account)).ShouldBe(people);

        (await account.Desk.GiveUpFilesAsync(people, CancellationToken.None)).ShouldBe(2);
        (await account.Desk.GiveUpFilesAsync(people, CancellationToken.None)).ShouldBe(0);
        (await NotReadAsync(account)).ShouldBeEmpty();
        silo.Errors.ShouldBeEmpty();
    }

    private async Task<ImmutableArray<string>> NotReadAsync(TestAccount account) =>
        [
            .. (await silo.Store<QueueQueries>().NotReadAsync(account.Key, null, 10, CancellationToken.None)).Select(
                p => p.ContactId
            ),
        ];

    private static async Task<RerunAnswer> RerunAsync(TestAccount account, RerunRequest request)
    {
        var answer = await account.Desk.RerunAsync(request, CancellationToken.None);
        await account.SettleAsync();
        return answer;
    }
}
