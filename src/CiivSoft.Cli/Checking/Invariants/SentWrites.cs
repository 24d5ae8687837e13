using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>The part of I5 that looks from Lever: every write under our key was intended before it was sent.</summary>
internal static class SentWrites
{
    // Silo and simulator may run on two machines.
    private const long ClocksDifferMs = 2000;

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var byRef = recording
            .Tables.Effects.Where(e => e.Ref is not null)
            .ToLookup(e => e.Ref!, StringComparer.Ordinal);
        var byKey = recording.Tables.Effects.ToLookup(e => (e.Kind, e.Subject, e.Target));
        var ofOpportunity = recording
            .Tables.Effects.Where(e => e.Kind is EffectKind.Move or EffectKind.Restore or EffectKind.Withdraw)
            .ToLookup(e => (e.Kind, e.Subject));
        foreach (var request in recording.OurWrites.Select(w => w.Request))
        {
            var opportunity = request.Segments.ElementAtOrDefault(1) ?? "";
            var found = request.Route switch
            {
                "POST /opportunities" => byKey[
                    (EffectKind.Lead, request.BodyText("contact") ?? "", request.BodyPosting ?? "")
                ],
                "PUT /opportunities/:opportunity/stage" => ofOpportunity[
                    (
                        request.BodyText("stage") == Marks.NewApplicantStage ? EffectKind.Restore : EffectKind.Move,
                        opportunity
                    )
                ],
                "PUT /opportunities/:opportunity/archived" => ofOpportunity[(EffectKind.Withdraw, opportunity)],
                "POST /opportunities/:opportunity/notes" => byRef[Marks.FindRef(request.BodyText("value")) ?? ""],
                "POST /opportunities/:opportunity/addTags" => request
                    .BodyTexts("tags")
                    .SelectMany(tag => byKey[(EffectKind.Tag, opportunity, tag)]),
                _ => null, // What may not be called at all is I3's.
            };
            if (found is not null && Judge(request, [.. found]) is { } breach)
            {
                yield return breach;
            }
        }

        foreach (var breach in Unmarked(recording))
        {
            yield return breach;
        }
    }

    private static Breach? Judge(LeverEvent request, IReadOnlyList<EffectRow> found)
    {
        var id = request.Segments.ElementAtOrDefault(1) ?? request.BodyText("contact");
        if (found.Count == 0)
        {
            return new Breach(
                EffectsAndNotes.Id,
                "no-intent",
                $"{request.Route} was sent and no effect was ever planned for it.",
                id,
                Marks.FindRef(request.BodyText("value"))
            ).At(request.Seq);
        }

        return found.Any(e => e.PlannedAt.ToUnixTimeMilliseconds() <= request.ReceivedAtReal + ClocksDifferMs)
            ? null
            : new Breach(
                EffectsAndNotes.Id,
                "sent-before-intent",
                $"{request.Route} was sent before its effect was planned.",
                id,
                found[0].EffectId
            ).At(request.Seq);
    }

    // A marker that is missing makes what we wrote impossible to find again.
    private static IEnumerable<Breach> Unmarked(Recording recording)
    {
        foreach (var request in recording.OurWrites.Select(w => w.Request))
        {
            if (
                request.Route == "POST /opportunities/:opportunity/notes"
                && Marks.FindRef(request.BodyText("value")) is null
            )
            {
                yield return new Breach(
                    EffectsAndNotes.Id,
                    "no-marker",
                    "A note was written whose last line is no Ref.",
                    request.Segments.ElementAtOrDefault(1)
                ).At(request.Seq);
            }
            else if (request.Route == "POST /opportunities" && !request.BodyTexts("sources").Any(Marks.IsOurSource))
            {
                yield return new Breach(
                    EffectsAndNotes.Id,
                    "no-marker",
                    "A lead was made without our source.",
                    request.BodyText("contact")
                ).At(request.Seq);
            }
        }
    }
}
