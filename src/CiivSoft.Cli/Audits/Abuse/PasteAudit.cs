using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Matching;
using CiivSoft.Matching.Integrity;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>Pastes the whole posting into résumés.</summary>
internal sealed class PasteAudit(IMatchingEngine engine, CaseList cases, int count)
{
    private const int Seed = 20_261_131;

    public AuditTable Run(CancellationToken cancellationToken)
    {
        var tried = Enumerable
            .Range(0, count)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(Try)
            .ToList();
        var honest = cases.HonestPairs(2 * count, new Chance(Seed)).ToList();
        var alarms = honest.AsParallel().Count(pair => IsFlagged(pair.Resume.Text, pair.Posting.Text));
        return new AuditTable(
            "The whole posting pasted in",
            [
                AuditLine
                    .Of("pasted posting", "flagged", new Share(tried.Count(t => t.IsFlagged), tried.Count))
                    .AtLeast(0.95),
                AuditLine.Of("honest pairs", "flagged", new Share(alarms, honest.Count)).AtMost(0.01),
                AuditLine
                    .Of(
                        "below FiiLTER's bar",
                        "advanced for it",
                        new Share(tried.Count(t => t.Fiilter), tried.Count(t => t.IsBelowFiilter))
                    )
                    .AtMost(0),
                AuditLine
                    .Of(
                        "below ARKiiVE's bar",
                        "a lead for it",
                        new Share(tried.Count(t => t.Arkiive), tried.Count(t => t.IsBelowArkiive))
                    )
                    .AtMost(0),
                AuditLine.Of("all", "score moves by", Mean.Of([.. tried.Select(t => t.Gain)]), AuditUnit.Score),
            ]
        );
    }

    private Tried Try(int index)
    {
        var chance = new Chance(Seed + 10_000 + index);
        var (tried, posting, _) = cases.At(index, chance);
        var pasted = posting.Text.Trim();
        var text = chance.Next(4) switch
        {
            0 => $"{tried.Text.TrimEnd()}\n\n{pasted}\n",
            1 => $"{pasted}\n\n{tried.Text}",
            2 => $"{tried.Text.TrimEnd()}\n\nObjective\n{posting.Title}\n{pasted}\n",
            _ => Within(tried.Text, pasted),
        };
        var score = tried.Score(text);
        return new Tried(
            IsFlagged(text, posting.Text),
            tried.Honest < engine.FiilterCut,
            tried.Honest < engine.FiilterCut && score >= engine.FiilterCut,
            tried.Honest < engine.ArkiiveCut,
            tried.Honest < engine.ArkiiveCut && score >= engine.ArkiiveCut,
            score - tried.Honest
        );
    }

    private static string Within(string text, string pasted)
    {
        var lines = text.Split('\n');
        var middle = lines.Length / 2;
        return string.Join('\n', [.. lines[..middle], pasted, .. lines[middle..]]);
    }

    private static bool IsFlagged(string resume, string posting) =>
        IntegrityCheck.Find(resume, posting).Any(flag => flag.Kind == IntegrityKind.PastedPosting);

    private sealed record Tried(
        bool IsFlagged,
        bool IsBelowFiilter,
        bool Fiilter,
        bool IsBelowArkiive,
        bool Arkiive,
        double Gain
    );
}
