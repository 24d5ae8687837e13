using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Forms, referrals, offers, panels and interviews of an opportunity: none, unless they were put there.</summary>
internal static class RecordCalls
{
    public const string Forms = "forms";
    public const string Referrals = "referrals";
    public const string Offers = "offers";
    public const string Panels = "panels";
    public const string Interviews = "interviews";

    public static Func<Call, Answer> List(string kind) =>
        call => Paging.Numbered(call.Query, Find(call, kind), Paging.WriteElement);

    public static Func<Call, Answer> Get(string kind) =>
        call =>
        {
            var record = FindOne(call, kind);
            return Answer.Data(record.WriteTo);
        };

    public static Answer DownloadOffer(Call call)
    {
        var status = call.Query.GetAllOf("status", "sent", "signed").LastOrDefault() ?? "sent";
        var offer = FindOne(call, Offers);
        return offer.TryGetProperty(status + "Document", out var document) && document.ValueKind == JsonValueKind.Object
            ? Answer.Download(CreateOfferFile(offer, status))
            : throw RefusedException.NotFound("offer document was not found");
    }

    /// <summary>Only what is managed outside Lever, through the API, may be changed.</summary>
    public static Answer UpdatePanel(Call call)
    {
        var (number, _) = call.FindOpportunity();
        var old = FindOne(call, Panels);
        if (!RawRecords.FlagOf(old, "externallyManaged"))
        {
            throw RefusedException.Forbidden("Only externally managed panels can be updated through the API");
        }

        var id = RawRecords.IdOf(old) ?? "";
        var panel = RawRecords.Merge(
            old,
            call.Body.Json,
            ("id", id),
            ("externallyManaged", true),
            ("createdAt", RawRecords.TimeOf(old, "createdAt"))
        );
        Put(call.World, number, Panels, panel);
        call.Record(Describe(call.World, number, id));
        return Answer.Data(panel.WriteTo);
    }

    /// <summary>Puts a record in the place of the one with its id, or adds it.</summary>
    public static void Put(SimulatedWorld world, int number, string kind, JsonElement record)
    {
        var opportunity = world.GetOpportunity(number);
        var details = world.GetDetails(number, opportunity);
        var records = details.Records.GetValueOrDefault(kind, []);
        var changed = records.Any(other => RawRecords.IdOf(other) == RawRecords.IdOf(record))
            ? RawRecords.Replace(records, record)
            : records.Add(record);
        world.ReplaceOpportunity(
            number,
            opportunity with
            {
                Details = details with { Records = details.Records.SetItem(kind, changed) },
            }
        );
    }

    public static Effect Describe(SimulatedWorld world, int number, string id) =>
        CandidacyChanges.Describe(world, EffectKinds.RecordChanged, world.GetOpportunity(number)) with
        {
            RecordId = id,
        };

    private static ImmutableArray<JsonElement> Find(Call call, string kind)
    {
        var (number, opportunity) = call.FindOpportunity();
        return call.World.GetDetails(number, opportunity).Records.GetValueOrDefault(kind, []);
    }

    private static JsonElement FindOne(Call call, string kind)
    {
        var name = kind[..^1];
        var found = Find(call, kind).FirstOrDefault(record => RawRecords.IdOf(record) == call[name]);
        return found.ValueKind == JsonValueKind.Undefined
            ? throw RefusedException.NotFound($"{name} was not found")
            : found;
    }

    private static StoredFile CreateOfferFile(JsonElement offer, string status)
    {
        var text = System.Text.Encoding.UTF8.GetBytes($"Offer {RawRecords.IdOf(offer)} ({status})\n");
        return new StoredFile(
            $"offer-{status}.txt",
            RawRecords.TimeOf(offer, "createdAt"),
            "processed",
            FileContent.Of(text)
        );
    }
}
