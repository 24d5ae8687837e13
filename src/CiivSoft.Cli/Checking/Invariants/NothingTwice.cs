using CiivSoft.Abstractions;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>I2: at most one of our leads for a contact and posting, one note for a Ref, N ARKiiVE leads on a posting.</summary>
internal static class NothingTwice
{
    public const string Id = "I2";

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var leads = Leads(recording);
        return
        [
            .. DoubleLeads(leads),
            .. TooManyLeads(recording, leads),
            .. DoubleNotes(recording),
            .. Rows(recording),
        ];
    }

    private static IEnumerable<Breach> DoubleLeads(IReadOnlyList<MadeLead> leads) =>
        leads
            .GroupBy(l => (l.Contact, l.Posting))
            .Where(g => g.Count() > 1)
            .Select(g => new Breach(
                Id,
                "double-lead",
                $"A person was made a lead of one posting {g.Count()} times.",
                [g.Key.Contact, g.Key.Posting, .. g.Select(l => l.Opportunity)],
                [.. g.Select(l => l.Seq).OfType<long>()]
            ));

    private static IEnumerable<Breach> TooManyLeads(Recording recording, IReadOnlyList<MadeLead> leads) =>
        leads
            .Where(l => l.Source == Marks.ArkiiveSource)
            .GroupBy(l => l.Posting, StringComparer.Ordinal)
            .Where(g => g.Count() > recording.Tables.Facts.Settings.LeadsPerPosting)
            .Select(g => new Breach(
                Id,
                "too-many-leads",
                $"A posting has {g.Count()} leads of ARKiiVE, {recording.Tables.Facts.Settings.LeadsPerPosting} are allowed.",
                [g.Key, .. g.Select(l => l.Opportunity)],
                [.. g.Select(l => l.Seq).OfType<long>()]
            ));

    private static IEnumerable<Breach> DoubleNotes(Recording recording) =>
        Notes(recording)
            .GroupBy(n => n.Ref, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => new Breach(
                Id,
                "double-note",
                $"A note was written {g.Count()} times.",
                [g.Key, .. g.Select(n => n.Note)],
                [.. g.Select(n => n.Seq).OfType<long>()]
            ));

    // The tables must not owe what Lever must not get.
    private static IEnumerable<Breach> Rows(Recording recording) =>
        recording
            .Tables.Effects.GroupBy(e => (e.Kind, e.Subject, e.Target))
            .Where(g => g.Count() > 1)
            .Select(g => new Breach(
                Id,
                "double-effect",
                $"{g.Count()} effects of kind {g.Key.Kind} have the same subject and target.",
                [g.Key.Subject, g.Key.Target, .. g.Select(e => e.EffectId)],
                []
            ))
            .Concat(
                recording
                    .Tables.Effects.Where(e =>
                        e is { Kind: EffectKind.Lead, Solution: Solution.Arkiive, State: EffectState.Done }
                    )
                    .GroupBy(e => e.Target, StringComparer.Ordinal)
                    .Where(g => g.Count() > recording.Tables.Facts.Settings.LeadsPerPosting)
                    .Select(g => new Breach(
                        Id,
                        "too-many-leads",
                        $"A posting has {g.Count()} done ARKiiVE leads in the tables.",
                        [g.Key, .. g.Select(e => e.EffectId)],
                        []
                    ))
            );

    // What the history made, deleted since or not, and what the world holds from before the history began.
    private static List<MadeLead> Leads(Recording recording)
    {
        var made = recording
            .OurWrites.Where(w => w.Request.Route == "POST /opportunities")
            .SelectMany(w =>
                w.Changes.Where(c => c is { Kind: LeverChange.Created, Opportunity: not null })
                    .Select(c => new MadeLead(
                        c.Opportunity!,
                        c.Contact ?? "",
                        c.Posting ?? "",
                        w.Request.BodyTexts("sources").FirstOrDefault(Marks.IsOurSource),
                        w.Request.Seq
                    ))
            );
        var standing = recording
            .World.Opportunities.Where(o => o is { OurSource: not null, Posting: not null })
            .Select(o => new MadeLead(o.Id, o.Contact, o.Posting!, o.OurSource, null));
        return [.. made.Concat(standing).DistinctBy(l => l.Opportunity)];
    }

    private static List<MadeNote> Notes(Recording recording)
    {
        var made = recording.OurWrites.SelectMany(w =>
            w.Changes.Where(c => c is { Kind: LeverChange.NoteCreated, Note: not null })
                .Select(c => new MadeNote(c.Note!, Marks.FindRef(w.Request.BodyText("value")) ?? "", w.Request.Seq))
        );
        var standing = recording
            .World.Opportunities.SelectMany(o => o.Notes)
            .Select(n => new MadeNote(n.Id, n.Ref ?? "", null));
        return [.. made.Concat(standing).Where(n => n.Ref.Length > 0).DistinctBy(n => n.Note)];
    }

    private sealed record MadeLead(string Opportunity, string Contact, string Posting, string? Source, long? Seq);

    private sealed record MadeNote(string Note, string Ref, long? Seq);
}
