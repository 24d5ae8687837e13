using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Stages, archive reasons, tags and sources.</summary>
internal static class AccountCalls
{
    public static Answer ListStages(Call call) =>
        Paging.Numbered(
            call.Query,
            call.World.Account.Stages,
            (json, stage) => AccountFields.Write(json, stage, call.Fields)
        );

    public static Answer GetStage(Call call)
    {
        var stage =
            call.World.Account.FindStage(call["stage"]) ?? throw RefusedException.NotFound("Stage was not found");
        return Answer.Data(json => AccountFields.Write(json, stage, call.Fields));
    }

    public static Answer ListArchiveReasons(Call call)
    {
        var types = call.Query.GetAllOf("type", "hired", "non-hired");
        IReadOnlyList<ArchiveReason> reasons =
        [
            .. call.World.Account.ArchiveReasons.Where(reason =>
                types.Length == 0 || types.Contains(reason.IsHired ? "hired" : "non-hired")
            ),
        ];
        return Paging.Numbered(call.Query, reasons, (json, reason) => AccountFields.Write(json, reason, call.Fields));
    }

    public static Answer GetArchiveReason(Call call)
    {
        var reason =
            call.World.Account.FindArchiveReason(call["archive_reason"])
            ?? throw RefusedException.NotFound("archive reason was not found");
        return Answer.Data(json => AccountFields.Write(json, reason, call.Fields));
    }

    /// <summary>The pipelines and ranks that the stages' own endpoint does not tell.</summary>
    public static Answer GetDispositionStages(Call call)
    {
        var account = call.World.Account;
        return Answer.Data(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("stages");
            json.WriteItems(
                account.Stages,
                static (json, stage) =>
                {
                    json.WriteStartObject();
                    json.WriteString("id", stage.Id);
                    json.WriteString("text", stage.Text);
                    json.WriteString("pipeline", stage.Pipeline);
                    json.WriteNumber("rank", stage.Rank);
                    json.WriteBoolean("hasInterview", stage.Pipeline is "screen" or "onsite");
                    json.WriteEndObject();
                }
            );
            json.WritePropertyName("archiveReasons");
            json.WriteItems(
                account.ArchiveReasons,
                (json, reason) => AccountFields.Write(json, reason, FieldSelection.All)
            );
            json.WriteEndObject();
        });
    }

    public static Answer ListTags(Call call) => ListCounts(call, call.World.CountTags());

    public static Answer ListSources(Call call) => ListCounts(call, call.World.CountSources());

    private static Answer ListCounts(Call call, IReadOnlyDictionary<string, int> counts)
    {
        IReadOnlyList<KeyValuePair<string, int>> sorted =
        [
            .. counts
                .OrderBy(count => count.Key, StringComparer.OrdinalIgnoreCase)
                .ThenBy(count => count.Key, StringComparer.Ordinal),
        ];
        return Paging.Numbered(
            call.Query,
            sorted,
            static (json, count) =>
            {
                json.WriteStartObject();
                json.WriteString("text", count.Key);
                json.WriteNumber("count", count.Value);
                json.WriteEndObject();
            }
        );
    }
}
