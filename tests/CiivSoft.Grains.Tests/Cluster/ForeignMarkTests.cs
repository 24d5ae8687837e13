using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Another installation, with a database of its own, works on the same account.</summary>
public sealed class ForeignMarkTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Theirs = "CVS-0123456789ABCDEF";

    private static readonly PauseScope Proposing = new(Solution.Arkiive, null);

    [Fact]
    public async Task A_lead_that_another_installation_made_meanwhile_is_left_alone_and_named()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Grain.PauseAsync(Proposing, CancellationToken.None);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();

        await account.Lever.ProposeAsync("nina", "nurse", $"ARKiiVE chose Nina.\nRef {Theirs}");
        await account.Grain.ResumeAsync(Proposing, CancellationToken.None);
        var status = await account.UntilAsync("it says so", s => s.Findings.Any(f => f.Code == "foreign-note"));

        status.Findings.Single(f => f.Code == "foreign-note").Message.ShouldContain(Theirs);
        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        var lead = (await account.EffectsAsync()).Single(e => e.Kind == EffectKind.Lead);
        lead.State.ShouldBe(EffectState.Overtaken);
    }

    [Fact]
    public async Task Foreign_leads_are_named_by_their_Refs_and_writing_goes_on_after_a_rest()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.RememberAsync("carl", "chef", Samples.NurseResume, "carl@example.com");
        await account.Lever.ProposeAsync("carl", "chef", $"ARKiiVE chose Carl.\nRef {Theirs}");
        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);

        await account.ScanAsync();

        var finding = (await account.Grain.GetStatusAsync()).Findings.Single(f => f.Code == "foreign-marks");
        finding.Message.ShouldContain(Theirs);
        (await account.Lever.OpportunityAsync(match)).Notes.Count.ShouldBe(1);
        (await account.Lever.LeadsAsync("chef")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_second_writes_nothing_until_an_operator_says_that_the_other_is_stopped()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.RememberAsync("carl", "chef", Samples.NurseResume, "carl@example.com");
        await account.Lever.ProposeAsync("carl", "chef", $"ARKiiVE chose Carl.\nRef {Theirs}");
        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ConnectWithAsync(LeverProcess.AllRights, AccountMode.Live);
        var status = await account.UntilAsync("it says so", s => s.Findings.Any(f => f.Code == "foreign-second"));
        await account.UntilAsync("the application is decided", s => s.Effects.GetValueOrDefault("planned") > 0);

        silo.Clock.Advance(TimeSpan.FromHours(2)); // much longer than a lost database rests
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the scan ends", s => s.LastScan?.StartedAt > status.LastScan?.StartedAt);
        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        status.Findings.Single(f => f.Code == "foreign-second").Message.ShouldContain(Theirs);

        await account.Grain.GoLiveAsync(applyShadow: false, CancellationToken.None);
        await account.UntilAsync("the application is moved", s => s.Effects.GetValueOrDefault("done") >= 2);

        (await account.Grain.GetStatusAsync()).Findings.ShouldNotContain(f => f.Code == "foreign-second");
        (await account.Lever.OpportunityAsync(match)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Lever.LeadsAsync("chef")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_second_is_told_by_an_ARKiiVE_lead_however_many_newer_ones_REFiiNE_made()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.Lever.RememberAsync("carl", "chef", Samples.NurseResume, "carl@example.com");
        await account.Lever.ProposeAsync("carl", "chef", $"ARKiiVE chose Carl.\nRef {Theirs}");
        foreach (var name in (string[])["dora", "emil", "fritz"])
        {
            await account.Lever.RememberAsync(name, "chef", Samples.NurseResume, $"{name}@example.com");
            await account.Lever.ProposeAsync(name, "chef", $"REFiiNE chose {name}.\nRef {Theirs}", "CiiVSOFT REFiiNE");
        }

        await account.ConnectWithAsync(LeverProcess.AllRights, AccountMode.Live);

        await account.UntilAsync("it says so", s => s.Findings.Any(f => f.Code == "foreign-second"));
    }

    [Fact]
    public async Task A_note_that_a_lost_database_wrote_is_found_and_one_of_another_installation_left_alone()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        var ours = await account.Lever.ApplyAsync("nurse", "Olga Example", PlainTextReader.Damaged, "olga@example.com");
        var theirs = await account.Lever.ApplyAsync(
            "nurse",
            "Theo Example",
            PlainTextReader.Damaged,
            "theo@example.com"
        );
        await account.Lever.ActAsync("note", theirs, new { value = $"Nothing to read.\nRef {Theirs}" });
        await account.ConnectAsync();
        (await account.Lever.OpportunityAsync(ours)).Notes.Count.ShouldBe(1);

        await account.ForgetAsync();
        await account.ConnectAsync();

        (await account.Lever.OpportunityAsync(ours)).Notes.Count.ShouldBe(1);
        (await account.Lever.OpportunityAsync(theirs)).Notes.Count.ShouldBe(1);
        (await account.Grain.GetStatusAsync()).Findings.ShouldContain(f => f.Code == "foreign-note");
    }
}
