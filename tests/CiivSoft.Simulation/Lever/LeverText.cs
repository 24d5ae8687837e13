using System.Text;
using System.Text.Json;

namespace CiivSoft.Simulation.Lever;

/// <summary>Records as Lever writes them.</summary>
internal sealed class LeverText(LeverModel model)
{
    public static byte[] One(string record) => Encoding.UTF8.GetBytes($$"""{"data":{{record}} }""");

    public static byte[] Page(IEnumerable<string> records, string? next) =>
        Encoding.UTF8.GetBytes(
            $$"""{"data":[{{string.Join(',', records)}}],"hasNext":{{(next is null ? "false" : "true")}}{{(next is null ? "" : $",\"next\":\"{next}\"")}}}"""
        );

    public static string Stage(ModelStage stage) => $$"""{"id":"{{stage.Id}}","text":"{{stage.Text}}"}""";

    public static string Posting(ModelPosting posting) =>
        $$"""
            {"id":"{{posting.Id}}","text":"{{Trades.Title(posting.Trade)}}","state":"{{posting.State}}","country":"GB",
            "workplaceType":"remote","content":{"description":"{{Trades.Wanted(
                posting.Trade
            )}}"},"createdAt":{{posting.CreatedMs}},"updatedAt":{{posting.UpdatedMs}} }
            """;

    public string Opportunity(ModelOpportunity o)
    {
        var contact = model.Contacts[o.ContactId];
        var archived = o.ArchivedMs is { } at ? $$"""{"reason":"{{o.ArchiveReason}}","archivedAt":{{at}} }""" : "null";
        var application = o.PostingId is null
            ? ""
            : $$"""{"id":"{{o.ApplicationId ?? o.Id + "-a"}}","type":"posting","posting":"{{o.PostingId}}","createdAt":{{o.CreatedMs}} }""";
        var applications = o.ApplicationId is null && !o.IsOurs && o.Origin != "sourced" ? "" : application;
        return $$"""
            {"id":"{{o.Id}}","contact":"{{o.ContactId}}","stage":"{{o.StageId}}","confidentiality":"non-confidential",
            "name":"{{(o.IsAnonymized ? "" : contact.Name)}}","emails":[{{(o.IsAnonymized ? "" : $"\"{contact.Email}\"")}}],
            "archived":{{archived}},"tags":{{Texts(o.Tags)}},"sources":{{Texts(o.Sources)}},"origin":"{{o.Origin}}",
            "stageChanges":[{{string.Join(
                ',',
                o.StageChanges.Select(c =>
                    $$"""{"toStageId":"{{c.Stage}}","userId":"{{c.User}}","updatedAt":{{c.AtMs}} }"""
                )
            )}}],
            "applications":[{{applications}}],"createdAt":{{o.CreatedMs}},"updatedAt":{{o.UpdatedMs}},
            "isAnonymized":{{(o.IsAnonymized ? "true" : "false")}} }
            """;
    }

    public static string Deleted(ModelOpportunity o) =>
        $$"""{"id":"{{o.Id}}","deletedAt":{{o.DeletedMs}},"deletedBy":"someone"}""";

    public static string Note(ModelNote note) =>
        $$$"""{"id":"{{{note.Id}}}","noteId":"{{{note.Id}}}","fields":[{"type":"note","value":{{{JsonSerializer.Serialize(note.Text)}}} }]}""";

    public static string Resume(ModelOpportunity o, Trade trade)
    {
        var (org, title, summary) = Trades.Done(trade);
        return $$"""
            {"id":"{{o.Id}}-r","createdAt":{{o.CreatedMs}},"file":null,"parsedData":{"positions":[{"org":"{{org}}","title":"{{title}}",
            "summary":"{{summary}}","start":{"year":2015,"month":1},"end":{"year":2022,"month":1} }],"schools":[]} }
            """;
    }

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(t => $"\"{t}\""))}]";
}
