using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Matching;
using CiivSoft.Matching.Integrity;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>Pastes 16 to 50 terms of the posting into résumés, for all to see, and counts what it wins.</summary>
internal sealed class StuffingAudit(IMatchingEngine engine, CaseList cases, int count)
{
    private const int Seed = 20_261_130;
    private const int MinTerms = 16;
    private const int MaxTerms = 50;

    public AuditTable Run(CancellationToken cancellationToken)
    {
        var fields = Enumerable
            .Range(0, cases.PostingCount)
            .AsParallel()
            .AsOrdered()
            .Select(posting => cases.FieldOf(posting, new Chance(Seed + posting)))
            .ToArray();
        var tried = Enumerable
            .Range(0, count)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(i => Try(i, fields))
            .ToList();
        var lines = StuffingForm
            .All.Select(
                (form, f) =>
                    AuditLine.Of(
                        form.Name,
                        "places won of 100",
                        Mean.Of([.. tried.Where(t => t.Form == f).Select(t => t.Places)]),
                        AuditUnit.Places
                    )
            )
            .ToList();
        lines.Add(Places("all forms", tried));
        lines.Add(
            Places("all forms", tried) with
            {
                Bar = "≤ 1",
                Level = AuditLevel.Star,
                IsMet = tried.Average(t => t.Places) <= 1,
            }
        );
        var below = tried.Where(t => t.IsBelow).ToList();
        lines.Add(
            AuditLine
                .Of(
                    "below FiiLTER's bar",
                    "passes it by stuffing",
                    new Share(below.Count(t => t.IsPassing), below.Count)
                )
                .AtMost(0.02)
        );
        lines.Add(
            AuditLine.Of("all forms", "flagged as stuffing", new Share(tried.Count(t => t.IsFlagged), tried.Count))
        );
        lines.Add(FalseAlarms());
        return new AuditTable("Visible stuffing: 16 to 50 terms of the posting pasted in", lines);
    }

    private static AuditLine Places(string what, List<Tried> tried) =>
        AuditLine.Of(what, "places won of 100", Mean.Of([.. tried.Select(t => t.Places)]), AuditUnit.Places).AtMost(3);

    private Tried Try(int index, double[][] fields)
    {
        var chance = new Chance(Seed + 10_000 + index);
        var (tried, posting, which) = cases.At(index, chance);
        var terms = PostingTerms.Draw(posting, chance.Next(MinTerms, MaxTerms + 1), chance);
        var form = chance.Next(StuffingForm.All.Count);
        var text = StuffingForm.All[form].Apply(tried.Text, terms);
        var score = tried.Score(text);
        return new Tried(
            form,
            Above(fields[which], tried.Honest) - Above(fields[which], score),
            tried.Honest < engine.FiilterCut,
            score >= engine.FiilterCut,
            IntegrityCheck
                .Find(text, $"{posting.Title}\n{posting.Text}")
                .Any(flag => flag.Kind == IntegrityKind.KeywordStuffing)
        );
    }

    private AuditLine FalseAlarms()
    {
        var pairs = cases.HonestPairs(count, new Chance(Seed + 1)).ToList();
        var flagged = pairs
            .AsParallel()
            .Count(pair =>
                IntegrityCheck
                    .Find(pair.Resume.Text, $"{pair.Posting.Title}\n{pair.Posting.Text}")
                    .Any(flag => flag.Kind == IntegrityKind.KeywordStuffing)
            );
        return AuditLine
            .Of("honest pairs", "flagged as stuffing", new Share(flagged, pairs.Count))
            .AtMost(0.01, AuditLevel.Star);
    }

    private static int Above(double[] field, double score) => field.Count(other => other > score);

    private sealed record Tried(int Form, double Places, bool IsBelow, bool IsPassing, bool IsFlagged);
}
