using System.Text.Json;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Grains.Effects;

/// <summary>Makes the effects that a decision asks for. A note's text is written with the Ref that it will carry.</summary>
/// <param name="account">The account.</param>
/// <param name="refs">Makes Refs.</param>
/// <param name="isShadow">Whether they are only recorded.</param>
/// <param name="now">When they are planned.</param>
internal sealed class EffectFactory(AccountKey account, MarkerKey refs, bool isShadow, DateTimeOffset now)
{
    public const string ScreenedTarget = "screened";

    public EffectRow Move(DecisionRow decision, string opportunityId) =>
        Make(EffectKind.Move, opportunityId, ScreenedTarget, decision) with
        {
            OpportunityId = opportunityId,
        };

    /// <summary>A lead. It carries the note that recommends the person where leads may not be made.</summary>
    public EffectRow Lead(DecisionRow decision, string postingId, Func<string, string> recommend)
    {
        var lead = Make(EffectKind.Lead, decision.ContactId, postingId, decision);
        var note = EffectIds.OfEffect(account, EffectKind.Note, decision.DecisionId, NoteRoles.Recommended);
        return lead with { PostingId = postingId, PayloadJson = Payload(recommend(refs.RefFor(note))) };
    }

    /// <summary>The note kept with a lead, for the opportunity where the person is recommended.</summary>
    public EffectRow Recommendation(EffectRow lead, EffectRow tag, string opportunityId)
    {
        var id = EffectIds.OfEffect(account, EffectKind.Note, lead.DecisionId, NoteRoles.Recommended);
        return lead with
        {
            EffectId = id,
            Kind = EffectKind.Note,
            Subject = lead.DecisionId,
            Target = NoteRoles.Recommended,
            ParentId = tag.EffectId,
            OpportunityId = opportunityId,
            Ref = refs.RefFor(id),
            State = EffectState.Planned,
            Attempts = 0,
            NotBefore = null,
            PlannedAt = now,
            SentAt = null,
            Reason = null,
        };
    }

    /// <summary>The constant tag of the solution, on the opportunity where a person is recommended.</summary>
    public EffectRow Tag(EffectRow lead, string opportunityId)
    {
        var tag = LeadSources.Of(lead.Solution);
        return lead with
        {
            EffectId = EffectIds.OfEffect(account, EffectKind.Tag, opportunityId, tag),
            Kind = EffectKind.Tag,
            Subject = opportunityId,
            Target = tag,
            ParentId = null,
            OpportunityId = opportunityId,
            PayloadJson = null,
            State = EffectState.Planned,
            Attempts = 0,
            NotBefore = null,
            PlannedAt = now,
            SentAt = null,
            Reason = null,
        };
    }

    /// <summary>A note.</summary>
    /// <param name="decision">The decision it tells of.</param>
    /// <param name="role">Which note of the decision: a word of <see cref="NoteRoles"/>.</param>
    /// <param name="parent">The effect it belongs to; null for a note that stands alone.</param>
    /// <param name="opportunityId">Where it goes; null for the lead that is about to be made.</param>
    /// <param name="write">Writes the text around the Ref.</param>
    public EffectRow Note(
        DecisionRow decision,
        string role,
        EffectRow? parent,
        string? opportunityId,
        Func<string, string> write
    )
    {
        var note = Make(EffectKind.Note, decision.DecisionId, role, decision);
        var reference = refs.RefFor(note.EffectId);
        return note with
        {
            ParentId = parent?.EffectId,
            OpportunityId = opportunityId,
            Ref = reference,
            PayloadJson = Payload(write(reference)),
        };
    }

    private static string Payload(string text) =>
        JsonSerializer.Serialize(new NotePayload(text), EffectJson.Default.NotePayload);

    private EffectRow Make(EffectKind kind, string subject, string target, DecisionRow decision) =>
        new()
        {
            EffectId = EffectIds.OfEffect(account, kind, subject, target),
            Kind = kind,
            Subject = subject,
            Target = target,
            DecisionId = decision.DecisionId,
            Solution = decision.Solution,
            ContactId = decision.ContactId,
            PostingId = decision.PostingId,
            State = isShadow ? EffectState.Shadow : EffectState.Planned,
            PlannedAt = now,
        };
}
