using CiivSoft.Lever.Rates;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Lever.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CiivSoft.Lever.Tests;

/// <summary>The same client against the simulator: shapes, rights and faults that were not written by who wrote the client.</summary>
public sealed class SimulatorTests(SimulatorProcess simulator) : IClassFixture<SimulatorProcess>, IDisposable
{
    private const LeverPriority Effect = LeverPriority.Effect;
    private const string AllRights = "sim-all";

    private readonly LeverClientFactory _factory = new(
        Microsoft.Extensions.Options.Options.Create(
            new LeverOptions { BaseDelay = TimeSpan.FromMilliseconds(1), ReadAttempts = 10 }
        ),
        TimeProvider.System,
        new Random(3),
        NullLoggerFactory.Instance
    );

    private readonly TestPermits _permits = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task The_stages_are_those_of_the_reference()
    {
        var stages = await Client().ListStagesAsync(Effect, Cancellation);

        stages.Broken.ShouldBe(0);
        stages.Items.Select(stage => stage.Id).ShouldBeSubsetOf(stages.Items.Select(stage => stage.Id).Distinct());
        stages.Items[0].Id.ShouldBe(LeverStage.NewLead);
        stages.Items.ShouldContain(stage => stage.Id == LeverStage.NewApplicant);
        stages.Items.ShouldContain(stage => stage.Text == "CiiVSOFT SCREENED");
    }

    [Fact]
    public async Task Every_opportunity_of_a_long_list_comes_once_and_whole()
    {
        var pages = await WalkAsync(new OpportunityQuery { CreatedTo = Now.AddDays(-1) });

        pages.Sum(page => page.Broken).ShouldBe(0);
        pages.Count.ShouldBeGreaterThan(1);
        var all = pages.SelectMany(page => page.Items).ToList();
        all.Count.ShouldBeGreaterThan(150);
        all.DistinctBy(o => o.Id).Count().ShouldBe(all.Count);
        all.ShouldAllBe(o => o.ContactId != null && o.StageId != null && o.CreatedAt != null && o.UpdatedAt != null);
        all.SelectMany(o => o.Applications).ShouldAllBe(application => application.PostingId != null);
    }

    [Fact]
    public async Task A_lead_is_made_found_again_tagged_noted_and_moved()
    {
        var client = Client();
        var (contact, posting) = await SomebodyAsync(client);
        var request = new LeadRequest(contact, posting, "CiiVSOFT ARKiiVE") { Tags = ["CiiVSOFT ARKiiVE"] };

        var made = (
            await client.CreateLeadAsync(request, Effect, Cancellation)
        ).ShouldBeOfType<LeverWriteOutcome.Done>();
        var noted = await client.AddNoteAsync(made.Id, "Zwei Zeilen\nRef CVS-1", Effect, Cancellation);
        var tagged = await client.AddTagsAsync(made.Id, ["Ünïcode"], Effect, Cancellation);
        var stages = await client.ListStagesAsync(Effect, Cancellation);
        var screened = stages.Items.Single(stage => stage.Text is "CiiVSOFT SCREENED").Id;
        var before = (await client.GetOpportunityAsync(made.Id, Effect, Cancellation)).ShouldNotBeNull();
        var moved = await client.MoveToStageAsync(made.Id, screened, Effect, Cancellation);

        before.StageId.ShouldBe(LeverStage.NewLead);
        before.ContactId.ShouldBe(contact);
        before.Applications.Single().PostingId.ShouldBe(posting);
        before.Sources.ShouldContain("CiiVSOFT ARKiiVE");
        before.Tags.ShouldContain("Ünïcode");
        tagged.ShouldBe(new LeverWriteOutcome.Done(made.Id));
        moved.ShouldBe(new LeverWriteOutcome.Done(made.Id));
        var found = (await WalkAsync(new OpportunityQuery { ContactIds = [contact] })).SelectMany(page => page.Items);
        found.Single(o => string.Equals(o.Id, made.Id, StringComparison.Ordinal)).StageId.ShouldBe(screened);
        var notes = (await client.ListNotesAsync(made.Id, Effect, Cancellation)).ShouldNotBeNull();
        notes.Items.Single().Id.ShouldBe(noted.ShouldBeOfType<LeverWriteOutcome.Done>().Id);
        notes.Items.Single().Fields.Single().Value.ShouldBe("Zwei Zeilen\nRef CVS-1");
        notes.Items.Single().UserId.ShouldBe(simulator.ServiceUser);
    }

    [Fact]
    public async Task A_resume_and_a_file_are_downloaded_as_they_were_given()
    {
        var client = Client("sim-article-exact");
        var (_, posting) = await SomebodyAsync(client);
        const string id = "0b6f3f0e-6f0e-4a53-9a3e-0d1f7b1c2a10";
        await simulator.AdministerAsync(
            "world/applications",
            $$"""
            {"id":"{{id}}","posting":"{{posting}}","name":"Ann Onym","email":"ann.onym@example.com",
             "resume":{"name":"cv.txt","text":"Résumé ✓"},"files":[{"name":"letter.txt","text":"Dear all"}]}
            """
        );

        var resume = (await client.ListResumesAsync(id, Effect, Cancellation)).Items.Single();
        var file = (await client.ListFilesAsync(id, Effect, Cancellation)).Items.Single();
        var resumeBytes = await client.DownloadResumeAsync(id, resume.Id, 1000, Effect, Cancellation);
        var fileBytes = await client.DownloadFileAsync(id, file.Id, 1000, Effect, Cancellation);

        resume.File?.Ext.ShouldBe("txt");
        file.Ext.ShouldBe("txt");
        Text(resumeBytes).ShouldBe("Résumé ✓");
        Text(fileBytes).ShouldBe("Dear all");
        (await client.DownloadResumeAsync(id, resume.Id, 3, Effect, Cancellation)).ShouldBe(
            new LeverDownload.TooLarge(3)
        );
    }

    [Fact]
    public async Task The_help_articles_key_may_all_but_make_leads_and_read_archive_reasons()
    {
        var client = Client("sim-article-exact");
        var (contact, posting) = await SomebodyAsync(client);

        var refused = await client.CreateLeadAsync(new LeadRequest(contact, posting, "s"), Effect, Cancellation);
        var e = await Should.ThrowAsync<LeverException>(() => client.ListArchiveReasonsAsync(Effect, Cancellation));

        var outcome = refused.ShouldBeOfType<LeverWriteOutcome.Refused>();
        outcome.Kind.ShouldBe(LeverRefusal.MissingRight);
        outcome.Route.Right.ShouldBe("Create an opportunity");
        e.IsMissingRight.ShouldBeTrue();
        (await client.GetContactAsync(contact, Effect, Cancellation)).ShouldNotBeNull().Id.ShouldBe(contact);
        (await CollectAsync(client.ListDeletedOpportunitiesAsync(null, Effect, Cancellation))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_revoked_key_is_unauthorized()
    {
        await simulator.AdministerAsync("keys", """{"key":"revoked-key","profile":"all"}""");
        await simulator.AdministerAsync("keys", """{"action":"revoke","key":"revoked-key"}""");

        var e = await Should.ThrowAsync<LeverException>(() =>
            Client("revoked-key").ListStagesAsync(Effect, Cancellation)
        );

        e.IsUnauthorized.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_listed()
    {
        var client = Client();
        var (contact, posting) = await SomebodyAsync(client);
        var made = (LeverWriteOutcome.Done)
            await client.CreateLeadAsync(new LeadRequest(contact, posting, "s"), Effect, Cancellation);

        await simulator.AdministerAsync("act", $$"""{"kind":"delete","opportunity":"{{made.Id}}"}""");

        (await client.GetOpportunityAsync(made.Id, Effect, Cancellation)).ShouldBeNull();
        var deleted = await CollectAsync(client.ListDeletedOpportunitiesAsync(null, Effect, Cancellation));
        deleted.SelectMany(page => page.Items).ShouldContain(o => o.Id == made.Id && o.DeletedAt != null);
    }

    [Fact]
    public async Task Reads_come_whole_through_every_fault_with_a_permit_for_each_request()
    {
        var calm = await WalkAsync(new OpportunityQuery());
        var (permits, requests) = (_permits.Taken.Count, await simulator.CountRequestsAsync());
        await simulator.AdministerAsync(
            "faults",
            """{"lostAnswers":0.1,"lostRequests":0.1,"status5xx":0.1,"status429":0.1,"malformed":0.1,"seed":5}"""
        );

        for (var i = 0; i < 20; i++)
        {
            Ids(await WalkAsync(new OpportunityQuery())).ShouldBe(Ids(calm));
        }

        await simulator.AdministerAsync("faults", "{}");
        var sent = await simulator.CountRequestsAsync() - requests;
        sent.ShouldBe(_permits.Taken.Count - permits);
        sent.ShouldBeGreaterThan(20 * calm.Count);
    }

    [Theory]
    [InlineData("lostAnswers", 1)]
    [InlineData("status5xxAfterCommit", 1)]
    [InlineData("malformed", 1)]
    [InlineData("lostRequests", 0)]
    [InlineData("status5xx", 0)]
    public async Task What_is_unknown_about_a_lead_can_be_read_back(string fault, int leads)
    {
        var client = Client();
        var (contact, posting) = await SomebodyAsync(client);
        await simulator.AdministerAsync("faults", $$"""{"{{fault}}":1,"routes":["POST /opportunities"]}""");

        var outcome = await client.CreateLeadAsync(new LeadRequest(contact, posting, fault), Effect, Cancellation);

        await simulator.AdministerAsync("faults", "{}");
        outcome.ShouldBeOfType<LeverWriteOutcome.Unknown>();
        var found = await WalkAsync(new OpportunityQuery { ContactIds = [contact], Sources = [fault] });
        found.SelectMany(page => page.Items).Count().ShouldBe(leads);
    }

    [Fact]
    public async Task At_the_full_rate_of_a_key_there_is_no_429()
    {
        await simulator.AdministerAsync("keys", """{"key":"limited","profile":"all","rate":100}""");
        var options = new RateBudgetOptions { Ceiling = 99, Burst = 20 };
        var budget = new RateBudget(options, TimeProvider.System);
        var permits = new BudgetPermits(budget, TimeProvider.System);
        var client = Client("limited", permits);

        await Parallel.ForAsync(
            0,
            400,
            new ParallelOptions { MaxDegreeOfParallelism = 30, CancellationToken = Cancellation },
            async (_, cancellationToken) => await client.ListStagesAsync(LeverPriority.Backfill, cancellationToken)
        );

        budget.PermitsPerSecond.ShouldBe(options.Ceiling); // any 429 would have lowered it
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private ILeverClient Client(string key = AllRights, ILeverPermits? permits = null)
    {
        return _factory.Create(
            new LeverConnection(simulator.BaseUri, new LeverApiKey(key), simulator.ServiceUser),
            permits ?? _permits
        );
    }

    private Task<List<LeverPage<LeverOpportunity>>> WalkAsync(OpportunityQuery query) =>
        CollectAsync(Client().ListOpportunitiesAsync(query, Effect, Cancellation));

    /// <summary>Somebody, and an open posting to which they have not applied.</summary>
    private static async Task<(string Contact, string Posting)> SomebodyAsync(ILeverClient client)
    {
        var postings = await CollectAsync(client.ListPostingsAsync(new PostingQuery(), Effect, Cancellation));
        var opportunities = await CollectAsync(
            client.ListOpportunitiesAsync(new OpportunityQuery(), Effect, Cancellation)
        );
        var somebody = opportunities
            .SelectMany(page => page.Items)
            .First(o => o is { IsAnonymized: false, IsConfidential: false, ContactId: not null });
        var posting = postings
            .SelectMany(page => page.Items)
            .First(p =>
                p.IsOpen
                && !p.IsConfidential
                && somebody.Applications.All(a => !string.Equals(a.PostingId, p.Id, StringComparison.Ordinal))
            );
        return (somebody.ContactId.ShouldNotBeNull(), posting.Id);
    }

    private static async Task<List<LeverPage<T>>> CollectAsync<T>(IAsyncEnumerable<LeverPage<T>> pages)
    {
        var collected = new List<LeverPage<T>>();
        await foreach (var page in pages)
        {
            collected.Add(page);
        }

        return collected;
    }

    private static IEnumerable<string> Ids(IEnumerable<LeverPage<LeverOpportunity>> pages) =>
        pages.SelectMany(page => page.Items).Select(o => o.Id);

    private static string Text(LeverDownload download) =>
        System.Text.Encoding.UTF8.GetString(download.ShouldBeOfType<LeverDownload.Content>().Bytes.Span);
}
