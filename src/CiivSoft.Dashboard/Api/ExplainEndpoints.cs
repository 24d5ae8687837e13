using System.Text.Json.Nodes;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>Why something was decided, and what came of it.</summary>
internal static class ExplainEndpoints
{
    private const int MaxDecisions = 1000;

    public static RouteGroupBuilder MapExplain(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/explain/{opportunityId}", ExplainAsync);
        api.MapGet("/accounts/{name}/decisions", DecisionsAsync);
        return api;
    }

    private static async Task<IResult> ExplainAsync(
        string name,
        string opportunityId,
        IGrainFactory grains,
        IMirrorStore mirror,
        IDecisionStore decisions,
        IEffectStore effects,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var account = new AccountKey(name);
        var known = await mirror.FindOpportunitiesAsync(account, [opportunityId], cancellationToken);
        if (!known.TryGetValue(opportunityId, out var opportunity))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: $"No scan has seen an opportunity '{opportunityId}' in account '{name}'.",
                detail: "The id is the last part of the candidate's address in Lever."
            );
        }

        var made = await decisions.OfContactAsync(account, opportunity.ContactId, cancellationToken);
        var rows = await effects.OfDecisionsAsync(account, [.. made.Select(d => d.DecisionId)], cancellationToken);
        var byDecision = rows.ToLookup(e => e.DecisionId, StringComparer.Ordinal);
        var about = made.Where(d => IsAbout(d, byDecision[d.DecisionId], opportunity));
        return TypedResults.Ok(
            new
            {
                Opportunity = new
                {
                    opportunity.OpportunityId,
                    opportunity.ContactId,
                    opportunity.PostingId,
                    opportunity.LeadOf,
                    CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(opportunity.CreatedAtMs),
                    IsArchived = opportunity.ArchivedAtMs is not null,
                },
                Decisions = about.Select(d => View(d, byDecision[d.DecisionId])),
            }
        );
    }

    private static async Task<IResult> DecisionsAsync(
        string name,
        Solution? solution,
        DateTimeOffset? since,
        IGrainFactory grains,
        IDecisionStore decisions,
        IEffectStore effects,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var account = new AccountKey(name);
        var made = await decisions.SinceAsync(
            account,
            solution,
            since ?? DateTimeOffset.UnixEpoch,
            MaxDecisions,
            cancellationToken
        );
        var rows = await effects.OfDecisionsAsync(account, [.. made.Select(d => d.DecisionId)], cancellationToken);
        var byDecision = rows.ToLookup(e => e.DecisionId, StringComparer.Ordinal);
        return TypedResults.Ok(made.Select(d => View(d, byDecision[d.DecisionId])));
    }

    private static bool IsAbout(DecisionRow decision, IEnumerable<EffectRow> effects, OpportunityRow opportunity) =>
        decision.OpportunityId == opportunity.OpportunityId
        || effects.Any(e => e.OpportunityId == opportunity.OpportunityId || e.ResultId == opportunity.OpportunityId);

    private static object View(DecisionRow decision, IEnumerable<EffectRow> effects) =>
        new
        {
            decision.DecisionId,
            decision.Solution,
            decision.Subject,
            decision.ContactId,
            decision.OpportunityId,
            decision.PostingId,
            decision.Verdict,
            decision.Score,
            decision.Cut,
            decision.ModelVersion,
            decision.PolicyVersion,
            decision.IsShadow,
            decision.DecidedAt,
            Evidence = decision.EvidenceJson is { } json ? JsonNode.Parse(json) : null,
            Effects = effects.Select(e => new
            {
                e.Kind,
                e.Target,
                e.State,
                e.OpportunityId,
                e.Ref,
                e.ResultId,
                e.Reason,
                e.PlannedAt,
                e.SettledAt,
                Note = e is { Kind: EffectKind.Note, PayloadJson: { } payload }
                    ? JsonNode.Parse(payload)?["Text"]?.GetValue<string>()
                    : null,
            }),
        };
}
