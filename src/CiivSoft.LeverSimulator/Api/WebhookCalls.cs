using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CiivSoft.LeverSimulator.Changes;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Webhooks are kept and listed; nothing is delivered.</summary>
internal sealed class WebhookCalls
{
    private static readonly ImmutableArray<string> EventNames =
    [
        "applicationCreated",
        "candidateHired",
        "candidateStageChange",
        "candidateArchiveChange",
        "candidateDeleted",
        "interviewCreated",
        "interviewUpdated",
        "interviewDeleted",
        "contactCreated",
        "contactUpdated",
    ];

    private ImmutableArray<JsonElement> _webhooks = [];

    public Answer List(Call call)
    {
        lock (call.World.Gate)
        {
            return Paging.Bare(_webhooks, Paging.WriteElement);
        }
    }

    /// <summary>The signature token is told in this answer only.</summary>
    public Answer Create(Call call)
    {
        var (name, url) = (call.Body.RequireText("event"), call.Body.RequireText("url"));
        if (!EventNames.Contains(name))
        {
            throw call.Body.Refuse($"event must be one of: {string.Join(", ", EventNames)}", "event");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttps)
        {
            throw call.Body.Refuse("url must be an HTTPS address", "url");
        }

        var id = call.World.Ids.NextId();
        var configuration = call.Body.GetObject("configuration")?.Json;
        JsonObject CreateConfiguration() =>
            configuration is { } given
                ? JsonNode.Parse(given.GetRawText())!.AsObject() // An object, as it was just read as one.
                : new JsonObject { ["conditions"] = new JsonObject { ["origins"] = AllOrigins() } };

        JsonElement Build(JsonObject shown) =>
            RawRecords.Build(
                ("id", id),
                ("event", name),
                ("url", url),
                ("configuration", shown),
                ("createdAt", call.Now),
                ("updatedAt", call.Now)
            );

        _webhooks = _webhooks.Add(Build(CreateConfiguration()));
        var secret = CreateConfiguration();
        secret["signatureToken"] = (call.World.Ids.NextId() + call.World.Ids.NextId()).Replace(
            "-",
            "",
            StringComparison.Ordinal
        )[..48];
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = id });
        return Answer.Data(Build(secret).WriteTo, 201);
    }

    public Answer Update(Call call)
    {
        var changed = new List<JsonElement>();
        foreach (var item in call.Body.GetObjects("data"))
        {
            var old = Find(item.RequireText("id"));
            var webhook = RawRecords.Merge(old, item.Json, ("updatedAt", call.Now));
            _webhooks = RawRecords.Replace(_webhooks, webhook);
            changed.Add(webhook);
            call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = RawRecords.IdOf(webhook) });
        }

        return Paging.Bare(changed, Paging.WriteElement);
    }

    public Answer Delete(Call call)
    {
        var id = RawRecords.IdOf(Find(call["webhook"]));
        _webhooks = _webhooks.RemoveAll(webhook => RawRecords.IdOf(webhook) == id);
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = id });
        return Answer.NoContent;
    }

    private JsonElement Find(string id)
    {
        var found = _webhooks.FirstOrDefault(webhook => RawRecords.IdOf(webhook) == id);
        return found.ValueKind == JsonValueKind.Undefined
            ? throw RefusedException.NotFound("webhook was not found")
            : found;
    }

    private static JsonArray AllOrigins() => ["applied", "sourced", "referred", "university", "internal", "agency"];
}
