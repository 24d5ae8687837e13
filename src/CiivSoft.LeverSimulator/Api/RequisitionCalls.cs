using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CiivSoft.LeverSimulator.Changes;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Requisitions and their fields, as in an account that has "API management" switched on.</summary>
internal static class RequisitionCalls
{
    private static readonly string[] FieldTypes = ["number", "text", "date", "object", "dropdown"];

    public static Answer List(Call call)
    {
        var (created, isConfidential) = (call.Query.GetRange("created_at"), call.GetConfidentialityFilter());
        var (codes, statuses) = (call.Query.GetAll("requisition_code"), call.Query.GetAll("status"));
        var requisitions = call.World.Account.Requisitions.Where(item =>
            (isConfidential is null || IsConfidential(item) == isConfidential)
            && created.Contains(RawRecords.TimeOf(item, "createdAt"))
            && (codes.Length == 0 || codes.Contains(RawRecords.TextOf(item, "requisitionCode") ?? ""))
            && (statuses.Length == 0 || statuses.Contains(RawRecords.TextOf(item, "status") ?? ""))
        );
        return Paging.NewestFirst(
            call.Query,
            requisitions,
            item => RawRecords.TimeOf(item, "createdAt"),
            item => RawRecords.IdOf(item) ?? "",
            Paging.WriteElement
        );
    }

    public static Answer Get(Call call)
    {
        var requisition = Find(call);
        return Answer.Data(requisition.WriteTo);
    }

    public static Answer Create(Call call)
    {
        var id = call.World.Ids.NextId();
        var requisition = Build(call, under: null, id, call.Now);
        call.World.Account.Requisitions = call.World.Account.Requisitions.Add(requisition);
        return Save(call, id, requisition, 201);
    }

    /// <summary>Replaces the whole; the answer is of another shape than what is read afterwards.</summary>
    public static Answer Update(Call call)
    {
        var old = Find(call);
        var id = RawRecords.IdOf(old) ?? "";
        var postings = old.TryGetProperty("postings", out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        var under = RawRecords.Build(
            ("postings", postings),
            ("confidentiality", RawRecords.TextOf(old, "confidentiality"))
        );
        var requisition = Build(call, under, id, RawRecords.TimeOf(old, "createdAt"));
        call.World.Account.Requisitions = RawRecords.Replace(call.World.Account.Requisitions, requisition);
        var answered = RawRecords.Merge(
            requisition,
            JsonElement.Parse("{}"),
            ("creatorUserId", RawRecords.TextOf(requisition, "creator")),
            ("ownerUserId", RawRecords.TextOf(requisition, "owner")),
            ("reservedOfferIds", new JsonArray()),
            ("stateHistory", new JsonArray())
        );
        return Save(call, id, answered, 200);
    }

    public static Answer Delete(Call call)
    {
        var id = RawRecords.IdOf(Find(call)) ?? "";
        var account = call.World.Account;
        account.Requisitions = account.Requisitions.RemoveAll(item => RawRecords.IdOf(item) == id);
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = id });
        return Answer.NoContent;
    }

    public static Answer ListFields(Call call)
    {
        var (isRequired, types) = (call.Query.GetFlag("isRequired"), call.Query.GetAll("type"));
        ImmutableArray<JsonElement> fields =
        [
            .. call.World.Account.RequisitionFields.Where(field =>
                (isRequired is null || RawRecords.FlagOf(field, "isRequired") == isRequired)
                && (types.Length == 0 || types.Contains(RawRecords.TextOf(field, "type") ?? ""))
            ),
        ];
        return Paging.Bare(fields, Paging.WriteElement);
    }

    public static Answer GetField(Call call)
    {
        var field = FindField(call);
        return Answer.Data(field.WriteTo);
    }

    public static Answer CreateField(Call call)
    {
        var field = BuildField(call, call.Body.RequireText("id"));
        call.World.Account.RequisitionFields = call.World.Account.RequisitionFields.Add(field);
        return Save(call, RawRecords.IdOf(field) ?? "", field, 201);
    }

    public static Answer UpdateField(Call call)
    {
        var id = RawRecords.IdOf(FindField(call)) ?? "";
        var field = BuildField(call, id);
        call.World.Account.RequisitionFields = RawRecords.Replace(call.World.Account.RequisitionFields, field);
        return Save(call, id, field, 200);
    }

    public static Answer DeleteField(Call call)
    {
        var id = RawRecords.IdOf(FindField(call)) ?? "";
        var account = call.World.Account;
        account.RequisitionFields = account.RequisitionFields.RemoveAll(item => RawRecords.IdOf(item) == id);
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = id });
        return Answer.NoContent;
    }

    private static JsonElement Build(Call call, JsonElement? under, string id, long createdAt)
    {
        var body = call.Body;
        body.RequireText("requisitionCode");
        body.RequireText("name");
        if (!body.Has("headcountTotal"))
        {
            throw body.Refuse("headcountTotal is required", "headcountTotal");
        }

        var defaults = RawRecords.Merge(
            RequisitionDefaults.Value,
            under ?? JsonElement.Parse("{}"),
            ("creator", call.UserId),
            ("owner", call.UserId)
        );
        return RawRecords.Merge(defaults, body.Json, ("id", id), ("createdAt", createdAt), ("updatedAt", call.Now));
    }

    private static JsonElement BuildField(Call call, string id)
    {
        call.Body.RequireText("text");
        return FieldTypes.Contains(call.Body.RequireText("type"))
            ? RawRecords.Merge(
                under: null,
                call.Body.Json,
                ("id", id),
                ("isRequired", call.Body.GetFlag("isRequired") ?? false)
            )
            : throw call.Body.Refuse($"type must be one of: {string.Join(", ", FieldTypes)}", "type");
    }

    private static bool IsConfidential(JsonElement requisition) =>
        RawRecords.TextOf(requisition, "confidentiality") == "confidential";

    private static JsonElement Find(Call call)
    {
        var found = call.World.Account.Requisitions.FirstOrDefault(item =>
            RawRecords.IdOf(item) == call["requisition"]
        );
        if (found.ValueKind == JsonValueKind.Undefined)
        {
            throw RefusedException.NotFound("requisition was not found");
        }

        return IsConfidential(found) && !call.Key.AllowsConfidential ? throw RefusedException.Confidential() : found;
    }

    private static JsonElement FindField(Call call)
    {
        var id = call["requisition_field"];
        var found = call.World.Account.RequisitionFields.FirstOrDefault(item => RawRecords.IdOf(item) == id);
        return found.ValueKind == JsonValueKind.Undefined
            ? throw new RefusedException(404, "NotFoundError", "That requisition field doesn't exist on your account")
            : found;
    }

    private static Answer Save(Call call, string id, JsonElement answered, int status)
    {
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = id });
        return Answer.Data(answered.WriteTo, status);
    }
}
