using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

/// <summary>Records of a page with one field as Lever should never send it. What decides something is strict, the rest forgiving.</summary>
public sealed class HostileRecordTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;

    [Theory]
    [InlineData("\"id\":null")]
    [InlineData("\"id\":\"\"")]
    [InlineData("\"id\":\" \"")]
    [InlineData("\"id\":0")]
    [InlineData("\"id\":true")]
    [InlineData("\"id\":[\"o\"]")]
    [InlineData("\"id\":{\"id\":\"o\"}")]
    [InlineData("\"id\":\".\"")]
    [InlineData("\"id\":\"..\"")]
    [InlineData("\"id\":\"a/b\"")]
    [InlineData("\"id\":\"a\\\\b\"")]
    [InlineData("\"id\":\"a?b\"")]
    [InlineData("\"id\":\"a#b\"")]
    [InlineData("\"id\":\"a%2fb\"")]
    [InlineData("\"id\":\"a\\r\\nX: y\"")]
    [InlineData("\"id\":\"a\\u0000\"")]
    [InlineData("\"id\":\"\\ud800\"")]
    [InlineData("\"Id\":\"o\"")]
    [InlineData("\"id\":\"o\",\"id\":\"p\"")]
    [InlineData("\"id\":\"o\",\"contact\":7")]
    [InlineData("\"id\":\"o\",\"contact\":[]")]
    [InlineData("\"id\":\"o\",\"contact\":{}")]
    [InlineData("\"id\":\"o\",\"contact\":{\"id\":null}")]
    [InlineData("\"id\":\"o\",\"contact\":true")]
    [InlineData("\"id\":\"o\",\"contact\":\"../x\"")]
    [InlineData("\"id\":\"o\",\"stage\":3")]
    [InlineData("\"id\":\"o\",\"stage\":[\"lead-new\"]")]
    [InlineData("\"id\":\"o\",\"stage\":{\"text\":\"New lead\"}")]
    [InlineData("\"id\":\"o\",\"stage\":false")]
    [InlineData("\"id\":\"o\",\"confidentiality\":1")]
    [InlineData("\"id\":\"o\",\"confidentiality\":{}")]
    [InlineData("\"id\":\"o\",\"archived\":true")]
    [InlineData("\"id\":\"o\",\"archived\":false")]
    [InlineData("\"id\":\"o\",\"archived\":1751440001000")]
    [InlineData("\"id\":\"o\",\"archived\":\"yes\"")]
    [InlineData("\"id\":\"o\",\"archived\":[]")]
    [InlineData("\"id\":\"o\",\"archived\":{\"archivedAt\":\"yesterday\"}")]
    [InlineData("\"id\":\"o\",\"archived\":{\"reason\":9}")]
    [InlineData("\"id\":\"o\",\"archived\":null,\"archived\":{}")]
    [InlineData("\"id\":\"o\",\"tags\":\"CiiVSOFT opt-out\"")]
    [InlineData("\"id\":\"o\",\"tags\":{\"0\":\"a\"}")]
    [InlineData("\"id\":\"o\",\"tags\":[1]")]
    [InlineData("\"id\":\"o\",\"tags\":[[\"a\"]]")]
    [InlineData("\"id\":\"o\",\"sources\":7")]
    [InlineData("\"id\":\"o\",\"sources\":[{}]")]
    [InlineData("\"id\":\"o\",\"stageChanges\":{}")]
    [InlineData("\"id\":\"o\",\"stageChanges\":[7]")]
    [InlineData("\"id\":\"o\",\"stageChanges\":[{\"toStageId\":{}}]")]
    [InlineData("\"id\":\"o\",\"stageChanges\":[{\"updatedAt\":1e300}]")]
    [InlineData("\"id\":\"o\",\"owner\":7")]
    [InlineData("\"id\":\"o\",\"sourcedBy\":{}")]
    [InlineData("\"id\":\"o\",\"applications\":\"a1\"")]
    [InlineData("\"id\":\"o\",\"applications\":{}")]
    [InlineData("\"id\":\"o\",\"applications\":[7]")]
    [InlineData("\"id\":\"o\",\"applications\":[null]")]
    [InlineData("\"id\":\"o\",\"applications\":[{}]")]
    [InlineData("\"id\":\"o\",\"applications\":[{\"id\":\"a\",\"posting\":7}]")]
    [InlineData("\"id\":\"o\",\"applications\":[{\"id\":\"a\",\"archived\":true}]")]
    [InlineData("\"id\":\"o\",\"applications\":[{\"id\":\"a\",\"createdAt\":[]}]")]
    [InlineData("\"id\":\"o\",\"createdAt\":\"2025-01-01T00:00:00Z\"")]
    [InlineData("\"id\":\"o\",\"createdAt\":true")]
    [InlineData("\"id\":\"o\",\"createdAt\":{}")]
    [InlineData("\"id\":\"o\",\"updatedAt\":1e400")]
    [InlineData("\"id\":\"o\",\"updatedAt\":99999999999999999999")]
    [InlineData("\"id\":\"o\",\"updatedAt\":-99999999999999999")]
    [InlineData("\"id\":\"o\",\"updatedAt\":\"253402300800000\"")]
    [InlineData("\"id\":\"o\",\"isAnonymized\":1")]
    [InlineData("\"id\":\"o\",\"isAnonymized\":\"maybe\"")]
    [InlineData("\"id\":\"o\",\"isAnonymized\":{}")]
    [InlineData("\"id\":\"o\",\"dataProtection\":false")]
    [InlineData("\"id\":\"o\",\"dataProtection\":\"none\"")]
    [InlineData("\"id\":\"o\",\"dataProtection\":{\"store\":false}")]
    [InlineData("\"id\":\"o\",\"dataProtection\":{\"store\":{\"allowed\":0}}")]
    [InlineData("\"id\":\"o\",\"dataProtection\":{\"contact\":{\"expiresAt\":\"never\"}}")]
    public Task An_opportunity_with_an_impossible_deciding_field_is_broken(string fields) =>
        BreaksAsync(fields, OpportunitiesAsync);

    [Theory]
    [InlineData("\"name\":null")]
    [InlineData("\"name\":7")]
    [InlineData("\"name\":{\"first\":\"Mira\"}")]
    [InlineData("\"name\":[\"Mira\"]")]
    [InlineData("\"name\":\"\\ud800 half\"")]
    [InlineData("\"name\":\"\\u0000\\u200b\\u202e\"")]
    [InlineData("\"headline\":[[[[]]]]")]
    [InlineData("\"headline\":true")]
    [InlineData("\"location\":{\"name\":\"Leeds\"}")]
    [InlineData("\"location\":{\"name\":{}}")]
    [InlineData("\"location\":7")]
    [InlineData("\"phones\":null")]
    [InlineData("\"phones\":\"+44\"")]
    [InlineData("\"phones\":[\"+44\",null,7,{\"value\":7},{\"type\":{}}]")]
    [InlineData("\"emails\":null")]
    [InlineData("\"emails\":\"a@example.com\"")]
    [InlineData("\"emails\":[null,7,{\"value\":\"a\"},[],\"a@example.com\"]")]
    [InlineData("\"emails\":{}")]
    [InlineData("\"links\":[true]")]
    [InlineData("\"tags\":null")]
    [InlineData("\"tags\":[null,\"\",\"\\udc00\"]")]
    [InlineData("\"sources\":null")]
    [InlineData("\"stageChanges\":null")]
    [InlineData("\"stageChanges\":[null,{}]")]
    [InlineData("\"origin\":7")]
    [InlineData("\"owner\":\"\"")]
    [InlineData("\"owner\":{\"id\":\"u\",\"name\":\"x\",\"more\":{\"id\":7}}")]
    [InlineData("\"followers\":7")]
    [InlineData("\"applications\":null")]
    [InlineData("\"applications\":[]")]
    [InlineData("\"createdAt\":\"\"")]
    [InlineData("\"createdAt\":\"1751440001000\"")]
    [InlineData("\"createdAt\":1751440001000.75")]
    [InlineData("\"createdAt\":1.751440001e12")]
    [InlineData("\"createdAt\":-1")]
    [InlineData("\"updatedAt\":null")]
    [InlineData("\"urls\":7")]
    [InlineData("\"urls\":{\"show\":[]}")]
    [InlineData("\"isAnonymized\":null")]
    [InlineData("\"isAnonymized\":\"false\"")]
    [InlineData("\"dataProtection\":{}")]
    [InlineData("\"dataProtection\":{\"store\":null,\"contact\":{\"allowed\":null,\"expiresAt\":null}}")]
    [InlineData("\"unknown\":{\"id\":[1,2,{\"x\":1e999}]}")]
    [InlineData("\"resume\":null,\"archivedAt\":7,\"archiveReason\":{}")]
    public Task An_opportunity_with_another_impossible_field_is_kept(string fields) =>
        KeepsAsync($"\"id\":\"o\",{fields}", OpportunitiesAsync);

    [Theory]
    [InlineData("\"id\":7")]
    [InlineData("\"text\":\"no id\"")]
    [InlineData("\"id\":\"p\",\"state\":1")]
    [InlineData("\"id\":\"p\",\"state\":[\"published\"]")]
    [InlineData("\"id\":\"p\",\"confidentiality\":false")]
    [InlineData("\"id\":\"p\",\"owner\":7")]
    [InlineData("\"id\":\"p\",\"createdAt\":\"soon\"")]
    [InlineData("\"id\":\"p\",\"updatedAt\":{}")]
    public Task A_posting_with_an_impossible_deciding_field_is_broken(string fields) =>
        BreaksAsync(fields, PostingsAsync);

    [Theory]
    [InlineData("\"text\":null")]
    [InlineData("\"text\":7")]
    [InlineData("\"categories\":null")]
    [InlineData("\"categories\":[]")]
    [InlineData("\"categories\":{\"team\":7,\"allLocations\":\"Leeds\"}")]
    [InlineData("\"content\":null")]
    [InlineData("\"content\":\"text\"")]
    [InlineData("\"content\":{\"description\":null,\"lists\":null}")]
    [InlineData("\"content\":{\"lists\":[null,7,\"x\",{\"text\":{},\"content\":[]}]}")]
    [InlineData("\"content\":{\"lists\":{\"text\":\"single\"}}")]
    [InlineData("\"tags\":[{}]")]
    [InlineData("\"distributionChannels\":\"public\"")]
    [InlineData("\"distributionChannels\":null")]
    [InlineData("\"requisitionCodes\":[7]")]
    [InlineData("\"salaryRange\":7")]
    [InlineData("\"salaryRange\":{\"min\":\"a lot\"}")]
    [InlineData("\"salaryRange\":{\"min\":1e999}")]
    [InlineData("\"urls\":\"https://x\"")]
    [InlineData("\"country\":{}")]
    [InlineData("\"followers\":null,\"screening\":7")]
    public Task A_posting_with_another_impossible_field_is_kept(string fields) =>
        KeepsAsync($"\"id\":\"p\",\"state\":\"published\",{fields}", PostingsAsync);

    [Theory]
    [InlineData("\"id\":[]")]
    [InlineData("\"id\":\"n\",\"secret\":1")]
    [InlineData("\"id\":\"n\",\"secret\":\"perhaps\"")]
    [InlineData("\"id\":\"n\",\"secret\":{}")]
    [InlineData("\"id\":\"n\",\"fields\":\"Ref CVS-1\"")]
    [InlineData("\"id\":\"n\",\"fields\":{}")]
    [InlineData("\"id\":\"n\",\"fields\":[7]")]
    [InlineData("\"id\":\"n\",\"fields\":[{\"user\":7}]")]
    [InlineData("\"id\":\"n\",\"user\":[]")]
    [InlineData("\"id\":\"n\",\"deletedAt\":true")]
    public Task A_note_with_an_impossible_deciding_field_is_broken(string fields) => BreaksAsync(fields, NotesAsync);

    [Theory]
    [InlineData("\"fields\":null")]
    [InlineData("\"fields\":[null]")]
    [InlineData("\"fields\":[{\"value\":null}]")]
    [InlineData("\"fields\":[{\"value\":7},{\"value\":{}}]")]
    [InlineData("\"fields\":[{\"value\":\"\\ud83d half a smile\"}]")]
    [InlineData("\"secret\":\"true\"")]
    [InlineData("\"text\":{},\"completedAt\":[]")]
    public Task A_note_with_another_impossible_field_is_kept(string fields) =>
        KeepsAsync($"\"id\":\"n\",{fields}", NotesAsync);

    [Theory]
    [InlineData("\"file\":7")]
    [InlineData("\"file\":\"cv.pdf\"")]
    [InlineData("\"file\":{\"name\":null,\"ext\":7,\"size\":\"many\",\"status\":{}}")]
    [InlineData("\"file\":{\"uploadedAt\":\"soon\"}")]
    [InlineData("\"file\":{\"size\":-1}")]
    [InlineData("\"parsedData\":[]")]
    [InlineData("\"parsedData\":\"none\"")]
    [InlineData("\"parsedData\":{\"positions\":null,\"schools\":7}")]
    [InlineData("\"parsedData\":{\"positions\":[null,7,{\"start\":7},{\"title\":[]},{\"end\":{\"year\":\"x\"}}]}")]
    [InlineData("\"parsedData\":{\"positions\":[{\"start\":{\"year\":1e99,\"month\":13}}]}")]
    public Task A_resume_with_an_impossible_field_is_kept(string fields) =>
        KeepsAsync($"\"id\":\"r\",{fields}", ResumesAsync);

    [Theory]
    [InlineData("\"id\":{}")]
    [InlineData("\"id\":\"r\",\"createdAt\":\"x\"")]
    public Task A_resume_without_id_or_with_an_impossible_time_is_broken(string fields) =>
        BreaksAsync(fields, ResumesAsync);

    [Fact]
    public Task A_record_of_a_thousand_levels_is_broken_alone() =>
        BreaksAsync($"\"id\":\"o\",\"x\":{new string('[', 900)}{new string(']', 900)}", OpportunitiesAsync);

    [Fact]
    public async Task A_page_of_a_million_levels_is_unreadable()
    {
        Stub.Otherwise = StubAnswer.Page(new string('[', 1_000_000) + new string(']', 1_000_000));

        (await Should.ThrowAsync<LeverException>(OpportunitiesAsync)).Failure.ShouldBe(LeverFailure.Unreadable);
    }

    [Fact]
    public async Task Half_characters_become_replacement_characters()
    {
        Stub.Answers(
            StubAnswer.Bytes([.. """{"data":[{"id":"o","name":"A\n\ud800\u00e9\"\\ """u8, 0xC3, 0x28, .. "\"}]}"u8])
        );

        (await OpportunitiesAsync()).Items.Cast<LeverOpportunity>().Single().Name.ShouldBe("A\n\uFFFDé\"\\ \uFFFD(");
    }

    private async Task BreaksAsync(string fields, Func<Task<LeverPage<object>>> readAsync)
    {
        Stub.Answers(StubAnswer.Page($$"""{"id":"first"},{{{fields}}},{"id":"last"}"""));

        var page = await readAsync();

        page.Items.Count.ShouldBe(2);
        page.Broken.ShouldBe(1);
    }

    private async Task KeepsAsync(string fields, Func<Task<LeverPage<object>>> readAsync)
    {
        Stub.Answers(StubAnswer.Page($"{{{fields}}}"));

        var page = await readAsync();

        page.Items.Count.ShouldBe(1);
        page.Broken.ShouldBe(0);
    }

    private async Task<LeverPage<object>> OpportunitiesAsync() =>
        Plain(
            (
                await CollectAsync(Client().ListOpportunitiesAsync(new OpportunityQuery(), Backfill, Cancellation))
            ).Single()
        );

    private async Task<LeverPage<object>> PostingsAsync() =>
        Plain((await CollectAsync(Client().ListPostingsAsync(new PostingQuery(), Backfill, Cancellation))).Single());

    private async Task<LeverPage<object>> NotesAsync() =>
        Plain((await Client().ListNotesAsync("o", Backfill, Cancellation)).ShouldNotBeNull());

    private async Task<LeverPage<object>> ResumesAsync() =>
        Plain(await Client().ListResumesAsync("o", Backfill, Cancellation));

    private static LeverPage<object> Plain<T>(LeverPage<T> page)
        where T : class => new([.. page.Items]) { Broken = page.Broken };
}
