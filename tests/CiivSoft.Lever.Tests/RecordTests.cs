using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

/// <summary>Records as the reference describes them.</summary>
public sealed class RecordTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;
    private static readonly DateTimeOffset Moment = DateTimeOffset.FromUnixTimeMilliseconds(1751440001000);

    [Fact]
    public async Task An_applicant_is_read_whole()
    {
        Stub.Answers(StubAnswer.Data(Samples.Applicant));

        var o = (await Client().GetOpportunityAsync("0b6f3f0e", Backfill, Cancellation)).ShouldNotBeNull();

        o.ShouldSatisfyAllConditions(
            () => o.Name.ShouldBe("Mira Okafor"),
            () => o.ContactId.ShouldBe("c1d0a7f2"),
            () => o.StageId.ShouldBe(LeverStage.NewApplicant),
            () => o.IsConfidential.ShouldBeFalse(),
            () => o.Location.ShouldBe("Leeds, UK"),
            () => o.Phones.ShouldBe([new LeverPhone { Type = "mobile", Value = "+44 20 7946 0000" }]),
            () => o.Emails.ShouldBe(["mira.okafor@example.com"]),
            () => o.Archived.ShouldBeNull(),
            () => o.Tags.ShouldBe(["Data Engineer", "Full-time"]),
            () => o.Sources.ShouldBe(["Job site"]),
            () => o.StageChanges.ShouldBe([new LeverStageChange { ToStageId = "applicant-new", UpdatedAt = Moment }]),
            () => o.Origin.ShouldBe("applied"),
            () => o.SourcedById.ShouldBeNull(),
            () => o.OwnerId.ShouldBe("7a2a8b1e"),
            () => o.CreatedAt.ShouldBe(Moment),
            () => o.UpdatedAt.ShouldBe(Moment.AddMilliseconds(44)),
            () => o.SnoozedUntil.ShouldBeNull(),
            () => o.Urls?.Show.ShouldBe("https://hire.lever.co/candidates/0b6f3f0e"),
            () => o.IsAnonymized.ShouldBeFalse(),
            () => o.DataProtection.ShouldBeNull(),
            () => o.OpportunityLocation.ShouldBe("Leeds, UK"),
            () => o.ToString().ShouldBe("opportunity 0b6f3f0e of contact c1d0a7f2")
        );
        var application = o.Applications.Single();
        application.ShouldBe(
            new LeverApplication
            {
                Id = "4f8c9d1b",
                Type = "posting",
                PostingId = "e2b4c0aa",
                CreatedAt = Moment.AddMilliseconds(1),
            }
        );
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/0b6f3f0e?expand=applications");
    }

    [Fact]
    public async Task A_record_with_nothing_but_an_id_is_empty_and_never_null()
    {
        Stub.Answers(
            StubAnswer.Data("""{"id":"o"}"""),
            StubAnswer.Data("""{"id":"p"}"""),
            StubAnswer.Data("""{"id":"c"}""")
        );
        var client = Client();

        var o = (await client.GetOpportunityAsync("o", Backfill, Cancellation)).ShouldNotBeNull();
        var p = (await client.GetPostingAsync("p", Backfill, Cancellation)).ShouldNotBeNull();
        var c = (await client.GetContactAsync("c", Backfill, Cancellation)).ShouldNotBeNull();

        new[] { o.Name, o.Headline, o.Location, p.Text, p.Content.Description, c.Name, c.Location }.ShouldAllBe(text =>
            text.Length == 0
        );
        new IReadOnlyList<object>[]
        {
            o.Phones,
            o.Emails,
            o.Links,
            o.Tags,
            o.Sources,
            o.StageChanges,
            o.Applications,
        }.ShouldAllBe(list => list.Count == 0);
        new IReadOnlyList<object>[]
        {
            p.Tags,
            p.Content.Lists,
            p.Categories.AllLocations,
            c.Emails,
            c.Phones,
        }.ShouldAllBe(list => list.Count == 0);
        o.IsConfidential.ShouldBeFalse();
        p.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Expanded_fields_are_read_as_the_ids_they_stand_for()
    {
        Stub.Answers(
            StubAnswer.Data(
                """
                {"id":"o","contact":{"name":"x","id":"c"},"stage":{"id":"offer","text":"Offer"},"owner":{"id":"u"},
                 "applications":["a"],"archived":{"reason":{"id":"r"},"archivedAt":1751440001000}}
                """
            )
        );

        var o = (await Client().GetOpportunityAsync("o", Backfill, Cancellation)).ShouldNotBeNull();

        o.ContactId.ShouldBe("c");
        o.StageId.ShouldBe(LeverStage.Offer);
        o.OwnerId.ShouldBe("u");
        o.Applications.ShouldBe([new LeverApplication { Id = "a" }]);
        o.Archived.ShouldBe(new LeverArchived { ReasonId = "r", ArchivedAt = Moment });
    }

    [Theory]
    [InlineData("""{"store":{"allowed":true,"expiresAt":1751440001001}}""", true)]
    [InlineData("""{"store":{"allowed":true,"expiresAt":1751440001000}}""", false)]
    [InlineData("""{"store":{"allowed":true,"expiresAt":null}}""", true)]
    [InlineData("""{"store":{"allowed":false}}""", false)]
    [InlineData("""{"store":{"allowed":"false"}}""", false)]
    [InlineData("""{"store":{}}""", true)]
    public async Task Consent_is_given_until_refused_or_at_its_end(string dataProtection, bool isGiven)
    {
        Stub.Answers(StubAnswer.Data($$"""{"id":"o","dataProtection":{{dataProtection}}}"""));

        var o = (await Client().GetOpportunityAsync("o", Backfill, Cancellation)).ShouldNotBeNull();

        o.DataProtection.ShouldNotBeNull().Store.ShouldNotBeNull().IsGivenAt(Moment).ShouldBe(isGiven);
        o.DataProtection.Contact.ShouldBeNull();
    }

    [Theory]
    [InlineData("non-confidential", false)]
    [InlineData("confidential", true)]
    [InlineData("secret", true)]
    public async Task Whatever_is_not_plainly_open_is_confidential(string confidentiality, bool isConfidential)
    {
        Stub.Answers(StubAnswer.Data($$"""{"id":"o","confidentiality":"{{confidentiality}}"}"""));

        (await Client().GetOpportunityAsync("o", Backfill, Cancellation))?.IsConfidential.ShouldBe(isConfidential);
    }

    [Fact]
    public async Task A_posting_is_read_whole()
    {
        Stub.Answers(StubAnswer.Data(Samples.Posting));

        var p = (await Client().GetPostingAsync("e2b4c0aa", Backfill, Cancellation)).ShouldNotBeNull();

        p.ShouldSatisfyAllConditions(
            () => p.Text.ShouldBe("Data Engineer"),
            () => p.IsOpen.ShouldBeTrue(),
            () => p.OwnerId.ShouldBe("7a2a"),
            () => p.HiringManagerId.ShouldBeNull(),
            () => p.Categories.Department.ShouldBe("Engineering"),
            () => p.Categories.AllLocations.ShouldBe(["Leeds, UK"]),
            () => p.Content.Description.ShouldBe("You will build pipelines.\n"),
            () => p.Content.Lists.Single().Content.ShouldBe("<li>SQL</li><li>Python</li>"),
            () => p.Country.ShouldBe("GB"),
            () => p.RequisitionCodes.ShouldBe(["ENG-145"]),
            () =>
                p.SalaryRange.ShouldBe(
                    new LeverSalaryRange
                    {
                        Min = 1.5m,
                        Max = 2,
                        Currency = "GBP",
                        Interval = "per-year-salary",
                    }
                ),
            () => p.WorkplaceType.ShouldBe("hybrid"),
            () => p.Urls?.Apply.ShouldEndWith("/apply"),
            () => p.IsConfidential.ShouldBeFalse()
        );
    }

    [Theory]
    [InlineData("published", true)]
    [InlineData("internal", true)]
    [InlineData("closed", false)]
    [InlineData("draft", false)]
    [InlineData("pending", false)]
    [InlineData("rejected", false)]
    [InlineData("Published", false)]
    public async Task Open_is_what_can_receive_applicants(string state, bool isOpen)
    {
        Stub.Answers(StubAnswer.Page($$"""{"id":"p","state":"{{state}}"}"""));

        var pages = await CollectAsync(Client().ListPostingsAsync(new PostingQuery(), Backfill, Cancellation));

        pages.Single().Items.Single().IsOpen.ShouldBe(isOpen);
    }

    [Fact]
    public async Task Resumes_are_read_with_what_Lever_found_in_them()
    {
        Stub.Answers(StubAnswer.Page(Samples.Resume));

        var resume = (await Client().ListResumesAsync("o", Backfill, Cancellation)).Items.Single();

        resume.File.ShouldBe(
            new LeverResumeFile
            {
                Name = "cv.pdf",
                Ext = "pdf",
                UploadedAt = Moment.AddMilliseconds(4),
                Status = "processed",
                Size = 183422,
            }
        );
        var position = resume.ParsedData.ShouldNotBeNull().Positions.Single();
        position.Title.ShouldBe("Data Engineer");
        position.Start.ShouldBe(new LeverMonth { Year = 2021, Month = 7 });
        position.End.ShouldBeNull();
        resume.ParsedData.Schools.Single().Degree.ShouldBe("BSc");
    }

    [Fact]
    public async Task Files_are_read_from_a_bare_array_with_numbers_as_texts()
    {
        Stub.Answers(
            StubAnswer.Json(
                """[{"id":"f","ext":".DOCX","name":"a.docx","uploadedAt":"1751440001000","size":"12","status":"processed"}]"""
            )
        );

        var file = (await Client().ListFilesAsync("o", Backfill, Cancellation)).Items.Single();

        file.ShouldBe(
            new LeverFile
            {
                Id = "f",
                Ext = "docx",
                Name = "a.docx",
                UploadedAt = Moment,
                Size = 12,
                Status = "processed",
            }
        );
    }

    [Fact]
    public async Task Notes_are_read_with_author_and_secrecy()
    {
        Stub.Answers(StubAnswer.Page(Samples.Note));

        var note = (await Client().ListNotesAsync("o", Backfill, Cancellation)).ShouldNotBeNull().Items.Single();

        note.Fields.Single().Value.ShouldBe("ARKiiVE recommends …");
        note.Fields.Single().UserId.ShouldBe("service-user");
        note.UserId.ShouldBe("service-user");
        note.Secret.ShouldBeTrue();
        note.CreatedAt.ShouldBe(Moment);
    }

    [Fact]
    public async Task Contacts_offers_and_reasons_are_read()
    {
        Stub.Answers(
            StubAnswer.Data(
                """{"id":"c","name":"Mira","isAnonymized":true,"location":{"name":"Leeds"},"emails":["a@example.com"],"dataProtection":{"interviewIntelligence":{}}}"""
            ),
            StubAnswer.Page("""{"id":"x","status":"signed","posting":"p","createdAt":1751440001000,"fields":[]}"""),
            StubAnswer.Page(
                """{"id":"h","text":"Hired","status":"active","type":"hired"},{"id":"n","type":"non-hired"}"""
            )
        );
        var client = Client();

        var contact = (await client.GetContactAsync("c", Backfill, Cancellation)).ShouldNotBeNull();
        var offer = (await client.ListOffersAsync("o", Backfill, Cancellation)).ShouldNotBeNull().Items.Single();
        var reasons = (await client.ListArchiveReasonsAsync(Backfill, Cancellation)).Items;

        contact.IsAnonymized.ShouldBeTrue();
        contact.Location.ShouldBe("Leeds");
        offer.ShouldBe(
            new LeverOffer
            {
                Id = "x",
                Status = "signed",
                PostingId = "p",
                CreatedAt = Moment,
            }
        );
        offer.IsSigned.ShouldBeTrue();
        reasons.Select(reason => reason.IsHired).ShouldBe([true, false]);
    }
}
