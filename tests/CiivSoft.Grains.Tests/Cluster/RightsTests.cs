using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Rights, keys and stages that are missing, and come back.</summary>
public sealed class RightsTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Create = "Create an opportunity";

    [Fact]
    public async Task Without_access_to_confidential_data_just_that_is_named_and_all_goes_on_when_it_is_not_wanted()
    {
        const string Finding = "right-missing:Allow access to confidential data";
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        var settings = (await account.Grain.GetStatusAsync()).Settings;

        await account.Grain.ConfigureAsync(settings with { IncludeConfidential = true }, CancellationToken.None);
        var refused = await account.UntilAsync("it is said", s => s.Findings.Any(f => f.Code == Finding));
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Grain.ConfigureAsync(settings, CancellationToken.None);
        await account.UntilAsync("a lead is made", s => s.IsIdle && s.Effects.GetValueOrDefault("done") == 2);

        refused.Findings.ShouldHaveSingleItem().Remedy.ShouldContain("take no part, in the account's settings");
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_help_articles_key_people_are_recommended_and_become_leads_when_the_right_comes()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        var old = await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync(key: LeverProcess.ArticleExact);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();

        var recommended = await account.Lever.OpportunityAsync(old);
        recommended.Tags.ShouldContain("CiiVSOFT ARKiiVE");
        recommended.Notes.ShouldHaveSingleItem().ShouldContain("Registered Nurse");
        (await account.Lever.LeadsAsync("nurse")).ShouldBeEmpty();
        var status = await account.Grain.GetStatusAsync();
        status.Findings.ShouldHaveSingleItem().Remedy.ShouldContain(Create);

        // A scan tries again, and neither tag nor note is written a second time.
        await account.ScanAsync();
        (await account.Lever.OpportunityAsync(old)).Notes.Count.ShouldBe(1);

        await account.Lever.RightsAsync(LeverProcess.ArticleExact, "rights", new { add = new[] { Create } });
        await account.ScanAsync();

        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_stage_FiiLTER_waits_alone_and_the_person_does_not_fall_to_REFiiNE()
    {
        await using var account = await TestAccount.StartAsync(silo, hasScreenedStage: false);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.ConnectAsync();
        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        var other = await account.Lever.ApplyAsync("chef", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();

        var waiting = await account.Lever.OpportunityAsync(match);
        (waiting.StageId, waiting.Notes.Count).ShouldBe(("applicant-new", 0));
        var lead = (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem();
        lead.ContactId.ShouldBe((await account.Lever.OpportunityAsync(other)).ContactId);
        (await account.Grain.GetStatusAsync()).Findings.ShouldHaveSingleItem().Code.ShouldBe("stage-missing");

        // Any stage of the pipeline may be named; the match goes on where it stopped.
        var settings = (await account.Grain.GetStatusAsync()).Settings with
        {
            ScreenedStage = " recruiter SCREEN",
        };
        await account.Grain.ConfigureAsync(settings, CancellationToken.None);
        await account.ScanAsync();

        (await account.Lever.OpportunityAsync(match)).StageId.ShouldNotBe("applicant-new");
        (await account.Lever.OpportunityAsync(match)).Notes.Count.ShouldBe(1);
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Find all deleted opportunities")]
    [InlineData("Find all stages")]
    public async Task A_right_that_a_scan_can_do_without_stops_nothing_else_and_is_named_until_it_is_back(string right)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { remove = new[] { right } });
        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        (await account.Lever.OpportunityAsync(match)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Grain.GetStatusAsync()).Findings.ShouldHaveSingleItem().Message.ShouldContain(right);

        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { add = new[] { right } });
        await account.ScanAsync();
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_where_notes_may_not_be_and_all_of_it_when_they_may()
    {
        const string notes = "Create an opportunity note";
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { remove = new[] { notes } });
        var first = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync(); // The first refusal tells that notes cannot be written.
        (await account.Lever.OpportunityAsync(first)).Notes.ShouldBeEmpty();
        var writes = await account.Lever.CountWritesAsync();
        var second = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);

        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { add = new[] { notes } });
        await account.ScanAsync();

        writes.ShouldBe(2);
        foreach (var application in new[] { first, second })
        {
            var seen = await account.Lever.OpportunityAsync(application);
            (seen.StageId, seen.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
        }
    }

    [Fact]
    public async Task A_revoked_key_is_probed_gently_and_a_new_one_goes_on_with_nothing_lost()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.RightsAsync(LeverProcess.AllRights, "revoke");
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Grain.ScanAsync(CancellationToken.None);

        var suspect = await account.UntilAsync("the key is suspect", s => s.Connection == ConnectionStatus.Suspect);
        suspect.Findings.ShouldHaveSingleItem().Code.ShouldBe("key-refused");
        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        await account.UntilAsync("the account is disconnected", s => s.Connection == ConnectionStatus.Disconnected);

        await account.Lever.RightsAsync("key-new", "create", new { profile = "all" });
        (await account.ConnectWithAsync("key-wrong")).Connected.ShouldBeFalse();
        (await account.Grain.GetStatusAsync()).Connection.ShouldBe(ConnectionStatus.Disconnected);
        (await account.ConnectWithAsync("key-new")).Connected.ShouldBeTrue();
        await account.UntilAsync(
            "the application is screened",
            s => s.Effects.GetValueOrDefault("done") == 2 && s.Connection == ConnectionStatus.Connected
        );

        var seen = await account.Lever.OpportunityAsync(application);
        (seen.StageId, seen.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_works_again_goes_on_by_itself()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.RightsAsync(LeverProcess.AllRights, "revoke");
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the key is suspect", s => s.Connection == ConnectionStatus.Suspect);
        await account.Lever.RightsAsync(LeverProcess.AllRights, "restore");

        var status = await account.UntilAsync("it is accepted", s => s.Connection == ConnectionStatus.Connected);

        status.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Connecting_again_in_the_middle_of_the_work_loses_and_doubles_nothing()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add(await account.Lever.ApplyAsync("nurse", $"Nina Example {i}", Samples.NurseResume));
        }

        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the first is written", s => s.Effects.GetValueOrDefault("done") > 0);
        await account.ConnectWithAsync(LeverProcess.AllRights);
        await account.UntilAsync("all is written", s => s.IsIdle && s.Effects.GetValueOrDefault("done") == 24);

        foreach (var id in ids)
        {
            (await account.Lever.OpportunityAsync(id)).Notes.Count.ShouldBe(1);
        }

        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_stage_nobody_goes_live_but_without_FiiLTER()
    {
        await using var account = await TestAccount.StartAsync(silo, hasScreenedStage: false);
        await account.ConnectAsync(AccountMode.Shadow);

        var obstacle = (await account.Grain.GoLiveAsync(false, CancellationToken.None)).ShouldHaveSingleItem();

        obstacle.Code.ShouldBe("stage-missing");
        obstacle.Message.ShouldContain("CiiVSOFT SCREENED");
        obstacle.Remedy.ShouldContain("Settings > Pipeline");
        var status = await account.Grain.GetStatusAsync();
        status.Mode.ShouldBe(AccountMode.Shadow);

        var settings = status.Settings with { Solutions = status.Settings.Solutions with { Fiilter = RunMode.Off } };
        await account.Grain.ConfigureAsync(settings, CancellationToken.None);
        (await account.Grain.GoLiveAsync(false, CancellationToken.None)).ShouldBeEmpty();
        (await account.Grain.GetStatusAsync()).Mode.ShouldBe(AccountMode.Live);
        (await account.Grain.GoLiveAsync(false, CancellationToken.None)).ShouldBeEmpty("twice is once");
    }

    [Fact]
    public async Task With_a_refused_key_nobody_goes_live_until_there_is_another()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.ConnectAsync(AccountMode.Shadow);
        await account.Lever.RightsAsync(LeverProcess.AllRights, "revoke");

        var obstacle = (await account.Grain.GoLiveAsync(true, CancellationToken.None)).ShouldHaveSingleItem();

        obstacle.Code.ShouldBe("key-refused");
        obstacle.Remedy.ShouldContain("make a new one");
        (await account.Grain.GetStatusAsync()).Mode.ShouldBe(AccountMode.Shadow);

        await account.Lever.RightsAsync(LeverProcess.AllRights, "restore");
        (await account.Grain.GoLiveAsync(true, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Create an opportunity", false)]
    [InlineData("Find all opportunity files", false)]
    [InlineData("Find all opportunity notes", false)]
    [InlineData("Find all stages", false)]
    [InlineData("Find all opportunities", true)]
    public async Task Only_a_right_that_everything_needs_keeps_from_going_live(string right, bool isObstacle)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.ConnectAsync(AccountMode.Shadow);
        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { remove = new[] { right } });

        var obstacles = await account.Grain.GoLiveAsync(false, CancellationToken.None);

        obstacles.Select(o => o.Code).ShouldBe(isObstacle ? [$"right-missing:{right}"] : []);
        (await account.Grain.GetStatusAsync()).Mode.ShouldBe(isObstacle ? AccountMode.Shadow : AccountMode.Live);
    }

    [Fact]
    public async Task Nobody_can_configure_or_pause_an_account_that_is_not_connected()
    {
        await using var account = await TestAccount.StartAsync(silo);

        await Should.ThrowAsync<AccountUnavailableException>(() =>
            account.Grain.PauseAsync(new PauseScope(Solution.Arkiive, null), CancellationToken.None)
        );
        await Should.ThrowAsync<AccountUnavailableException>(() =>
            account.Grain.ConfigureAsync(new AccountSettings(), CancellationToken.None)
        );
        await Should.ThrowAsync<AccountUnavailableException>(() =>
            account.Grain.GoLiveAsync(true, CancellationToken.None)
        );
    }
}
