using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Matching;
using CiivSoft.Matching.Counterfactuals;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>
/// Swaps everything personal in a résumé and compares every bit that the product computes; then what else of a life
/// shows, where a change may be small but not nothing.
/// </summary>
internal sealed class FairnessAudit(IMatchingEngine engine, AuditMaterial material, int pairs)
{
    private const int Seed = 20_261_128;
    private const double SmallChange = 0.005;
    private const int MaxExamples = 5;

    public AuditReport Run(CancellationToken cancellationToken)
    {
        var paired = new PairedMaterial(engine, material, pairs, new Chance(Seed));
        var swaps = Enumerable
            .Range(0, pairs)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(i => Swap(paired, i))
            .ToList();
        return new AuditReport(
            "fairness",
            material.Source,
            $"{engine.ModelVersion}, {engine.PolicyVersion}",
            [
                SwapTable(swaps),
                LeakTable.Of(swaps.SelectMany(swap => swap.Leaks).ToList(), (long)pairs * (NameGroup.All.Count + 1)),
                CircumstanceTable(paired, cancellationToken),
            ]
        )
        {
            Examples = [.. swaps.SelectMany(swap => swap.Examples).Take(MaxExamples)],
        };
    }

    // One résumé in one layout, sent by a person of each group and by one more who is the measure for all of them.
    private Swapped Swap(PairedMaterial paired, int index)
    {
        var chance = new Chance(Seed + 1 + index);
        var (text, headline, postings) = paired.At(index);
        var layout = chance.Next(PersonalResume.Layouts);
        var measure = Sent(chance.Pick(NameGroup.All));
        var others = NameGroup.All.Select(Sent).ToList();
        return new Swapped(
            [.. others.Select(other => other.Scored.IsSame(measure.Scored))],
            others.Max(other => other.Scored.Distance(measure.Scored)),
            [
                .. others
                    .Append(measure)
                    .SelectMany(sent => FoundLeak.In(sent.Scored.Redacted, text, sent.Person, sent.Known)),
            ],
            [
                .. others
                    .Where(other => !other.Scored.IsSame(measure.Scored))
                    .Select(other =>
                        $"changed: layout {layout}, {other.Person.Name} and {measure.Person.Name}: {TextDifference.First(other.Scored.Redacted, measure.Scored.Redacted)}"
                    ),
            ]
        );

        (Persona Person, PersonDetails Known, ScoredText Scored) Sent(NameGroup group)
        {
            var person = Persona.Of(group, chance.Next);
            var known = person.Details(isLoud: chance.Next(3) == 0, hasPhone: chance.Next(2) == 0);
            var source = new ResumeSource(PersonalResume.Write(text, layout, headline, person), known);
            return (person, known, ScoredText.Of(engine, postings, source));
        }
    }

    private static AuditTable SwapTable(List<Swapped> swaps)
    {
        var lines = NameGroup
            .All.Select(
                (group, i) =>
                    AuditLine
                        .Of(group.Name, "bit-identical", new Share(swaps.Count(swap => swap.IsSame[i]), swaps.Count))
                        .AtLeast(1)
            )
            .ToList();
        var same = swaps.Sum(swap => swap.IsSame.Count(isSame => isSame));
        var all = swaps.Count * (long)NameGroup.All.Count;
        lines.Add(AuditLine.Of("all groups", "bit-identical", new Share(same, all)).AtLeast(1));
        lines.Add(
            AuditLine
                .Of("all groups", "largest change", all, swaps.Max(swap => swap.Largest), AuditUnit.Score)
                .AtMost(0)
        );
        return new AuditTable(
            "Name, e-mail, phone, address, photo, birth date, marital status, pronouns and years of study swapped",
            lines
        );
    }

    private AuditTable CircumstanceTable(PairedMaterial paired, CancellationToken cancellationToken)
    {
        var bars = new[] { engine.FiilterCut, engine.ArkiiveCut, engine.RefiineCut(material.Postings.Count) };
        var lines = new List<AuditLine>();
        foreach (var circumstance in Circumstance.All)
        {
            var compared = Enumerable
                .Range(0, pairs)
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .Select(i => Compare(paired, circumstance, i, bars))
                .OfType<(double Distance, bool IsOther)>()
                .ToList();
            lines.Add(
                AuditLine
                    .Of(
                        circumstance.Name,
                        "score moves by more than 0.005",
                        new Share(compared.Count(pair => pair.Distance > SmallChange), compared.Count)
                    )
                    .AtMost(SmallChange, AuditLevel.Star)
            );
            lines.Add(
                AuditLine
                    .Of(
                        circumstance.Name,
                        "another verdict",
                        new Share(compared.Count(pair => pair.IsOther), compared.Count)
                    )
                    .AtMost(SmallChange, AuditLevel.Star)
            );
            lines.Add(
                AuditLine.Of(
                    circumstance.Name,
                    "largest change",
                    compared.Count,
                    compared.Select(pair => pair.Distance).DefaultIfEmpty().Max(),
                    AuditUnit.Score
                )
            );
        }

        return new AuditTable("What else of a life shows", lines);
    }

    // Null where the résumé has nothing to change, such as dated work that a gap could be cut into.
    private (double Distance, bool IsOther)? Compare(
        PairedMaterial paired,
        Circumstance circumstance,
        int index,
        double[] bars
    )
    {
        var (text, headline, postings) = paired.At(index);
        var body = $"{headline}\n\n{text}";
        var (one, other) = (circumstance.One(body, index), circumstance.Other(body, index));
        if (one == other)
        {
            return null;
        }

        var scored = ScoredText.Of(engine, postings, new ResumeSource(one, PersonDetails.None));
        var otherScored = ScoredText.Of(engine, postings, new ResumeSource(other, PersonDetails.None));
        return (scored.Distance(otherScored), scored.IsOtherVerdict(otherScored, bars));
    }

    private sealed record Swapped(
        IReadOnlyList<bool> IsSame,
        double Largest,
        IReadOnlyList<FoundLeak> Leaks,
        IReadOnlyList<string> Examples
    );
}
