using System.Text.Json;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Dashboard.Views;

/// <summary>Collects all that explains a decision.</summary>
internal sealed class DecisionReader(
    DecisionQueries decisions,
    IEffectStore effects,
    IMirrorStore mirror,
    IResumeStore resumes,
    PersonNames names
)
{
    public async Task<DecisionModel?> ReadAsync(
        AccountKey account,
        string decisionId,
        bool showsResume,
        CancellationToken cancellationToken
    )
    {
        if (await decisions.FindAsync(account, decisionId, cancellationToken) is not { } decision)
        {
            return null;
        }

        var planned = await effects.OfDecisionsAsync(account, [decisionId], cancellationToken);
        var posting = decision.PostingId is { } id
            ? await mirror.FindPostingAsync(account, id, cancellationToken)
            : null;
        var people = await names.ReadAsync(account, [decision.ContactId], cancellationToken);
        var kept = await resumes.LoadAsync(account, [decision.ContactId], cancellationToken);
        var resume = kept.Count == 0 ? null : kept[0];
        var evidence = Evidence.Read(decision.EvidenceJson);
        var quotes = evidence?.Findings.Select(f => f.Quote).OfType<EvidenceQuote>() ?? [];
        return new DecisionModel
        {
            Decision = decision with { EvidenceJson = null },
            Evidence = evidence,
            Person = people.GetValueOrDefault(decision.ContactId, PersonNames.Nameless),
            PostingTitle = posting?.Title ?? decision.PostingId,
            Effects = [.. planned.Select(ViewOf)],
            Resume = resume is null || !showsResume ? [] : QuotedText.Mark(resume.Text, quotes),
            IsResumeWithheld = resume is not null && !showsResume,
            IsSameResume = resume is not null && resume.Hash == decision.ResumeHash,
            IsSamePosting = posting is null ? null : posting.ContentHash == decision.PostingHash,
            ResumeReadAt = resume?.ReadAt,
            AppliedAt = await AppliedAtAsync(account, decision.OpportunityId, cancellationToken),
        };
    }

    /// <summary>An effect for the pages; a note with its text.</summary>
    public static EffectView ViewOf(EffectRow effect) =>
        new(
            effect.EffectId,
            effect.Kind,
            effect.Target,
            effect.State,
            effect.Reason,
            effect.Ref,
            effect.Kind == EffectKind.Note ? NoteIn(effect.PayloadJson) : null,
            effect.ResultId,
            effect.PlannedAt,
            effect.SentAt,
            effect.SettledAt
        );

    private static string? NoteIn(string? payload)
    {
        if (payload is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(payload);
        return document.RootElement.TryGetProperty("Text", out var text) ? text.GetString() : null;
    }

    private async Task<DateTimeOffset?> AppliedAtAsync(
        AccountKey account,
        string? opportunityId,
        CancellationToken cancellationToken
    )
    {
        if (opportunityId is null)
        {
            return null;
        }

        var known = await mirror.FindOpportunitiesAsync(account, [opportunityId], cancellationToken);
        return known.TryGetValue(opportunityId, out var opportunity)
            ? DateTimeOffset.FromUnixTimeMilliseconds(opportunity.CreatedAtMs)
            : null;
    }
}
