using System.Collections.Immutable;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Shadowing;

/// <summary>What recruiters did with applications since they were judged in shadow, verdict by verdict.</summary>
internal static class RecruiterMoves
{
    public static ImmutableArray<SideBySide> Of(
        IEnumerable<ShadowDecision> decisions,
        IReadOnlyDictionary<string, OpportunityRow> known,
        string newApplicant,
        string? screened,
        string? hiredReason
    ) =>
        [
            .. decisions
                .GroupBy(d => d.Verdict, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                    Count(
                        g.Key,
                        [.. g.Select(d => known.GetValueOrDefault(d.OpportunityId ?? ""))],
                        newApplicant,
                        screened,
                        hiredReason
                    )
                ),
        ];

    private static SideBySide Count(
        string verdict,
        List<OpportunityRow?> rows,
        string newApplicant,
        string? screened,
        string? hiredReason
    )
    {
        var here = rows.OfType<OpportunityRow>().Where(r => r.DeletedAtMs is null).ToList();
        var archived = here.Where(r => r.ArchivedAtMs is not null).ToList();
        var active = here.Where(r => r.ArchivedAtMs is null).ToList();
        return new SideBySide(
            verdict,
            MovedOn: active.Count(r => r.StageId != newApplicant && r.StageId != screened),
            Archived: archived.Count,
            Hired: archived.Count(r =>
                hiredReason is null ? r.StageId == LeverStages.OfferId : r.ArchiveReasonId == hiredReason
            ),
            Untouched: active.Count(r => r.StageId == newApplicant),
            Gone: rows.Count - here.Count
        );
    }
}
