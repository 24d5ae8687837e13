using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Api;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Exports;

/// <summary>
/// What is kept of an account, or of one person, as JSON lines: each <c>{"type": …, "data": …}</c>. Streamed. The API key is
/// never part of it.
/// </summary>
internal static class AccountExport
{
    private const int Page = 500;
    private const string ContentType = "application/jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static RouteGroupBuilder MapAccountExport(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/export", ExportAsync);
        return api;
    }

    private static async Task<IResult> ExportAsync(
        string name,
        string? contact,
        IGrainFactory grains,
        Kept kept,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is not { } grain)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var account = new AccountKey(name);
        var lines = contact is null
            ? kept.OfAccountAsync(account, await grain.GetStatusAsync(), cancellationToken)
            : kept.OfContactAsync(account, contact, cancellationToken);
        return Results.Stream(stream => WriteAsync(lines, stream, cancellationToken), ContentType);
    }

    private static async Task WriteAsync(
        IAsyncEnumerable<Line> lines,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, Json) + "\n"),
                cancellationToken
            );
        }
    }

    /// <summary>One line.</summary>
    internal sealed record Line(string Type, object Data);

    /// <summary>Reads what is kept.</summary>
    internal sealed class Kept(
        IMirrorStore mirror,
        IDecisionStore decisions,
        IEffectStore effects,
        IResumeStore resumes,
        IActivityStore activity
    )
    {
        public async IAsyncEnumerable<Line> OfAccountAsync(
            AccountKey account,
            object status,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            yield return new Line("account", status);
            foreach (var posting in await mirror.ListPostingsAsync(account, cancellationToken))
            {
                yield return new Line("posting", posting);
            }

            for (var since = DateTimeOffset.UnixEpoch; ; )
            {
                var page = await decisions.SinceAsync(account, null, since, Page, cancellationToken);
                foreach (var decision in page)
                {
                    yield return Of(decision);
                }

                if (page is not [.., var last])
                {
                    break;
                }

                since = last.DecidedAt;
            }

            await foreach (var effect in effects.StreamAsync(account, cancellationToken))
            {
                yield return new Line("effect", effect);
            }

            for (var after = 0L; ; )
            {
                var page = await activity.ReadAsync(account, after, Page, cancellationToken);
                foreach (var row in page)
                {
                    yield return new Line("activity", row);
                }

                if (page is not [.., var last])
                {
                    break;
                }

                after = last.Sequence;
            }
        }

        public async IAsyncEnumerable<Line> OfContactAsync(
            AccountKey account,
            string contactId,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            foreach (var person in await mirror.LoadPeopleAsync(account, [contactId], cancellationToken))
            {
                yield return new Line("person", person);
            }

            foreach (var resume in await resumes.LoadAsync(account, [contactId], cancellationToken))
            {
                yield return new Line("resume", resume);
            }

            var made = await decisions.OfContactAsync(account, contactId, cancellationToken);
            foreach (var decision in made)
            {
                yield return Of(decision);
            }

            foreach (
                var effect in await effects.OfDecisionsAsync(
                    account,
                    [.. made.Select(d => d.DecisionId)],
                    cancellationToken
                )
            )
            {
                yield return new Line("effect", effect);
            }
        }

        private static Line Of(DecisionRow decision)
        {
            var data = JsonSerializer.SerializeToNode(decision with { EvidenceJson = null }, Json)!.AsObject(); // A record is an object.
            data.Remove("evidenceJson");
            data["evidence"] = decision.EvidenceJson is { } json ? JsonNode.Parse(json) : null;
            return new Line("decision", data);
        }
    }
}
