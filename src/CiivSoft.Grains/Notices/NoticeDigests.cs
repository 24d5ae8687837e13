using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Notices;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Notices;

/// <summary>The figures of a digest. Pure.</summary>
internal static class NoticeDigests
{
    public const int Postings = 10;

    private static readonly Solution[] Solutions = [Solution.Arkiive, Solution.Fiilter, Solution.Refiine];

    public static NoticeDigest Of(
        NoticeTopic.Digest span,
        AccountStatus status,
        DayFigures figures,
        IReadOnlyList<VerdictCount> decided
    ) =>
        new()
        {
            From = span.From,
            To = span.To,
            Connection = status.Connection switch
            {
                ConnectionStatus.Connected => "connected",
                ConnectionStatus.Suspect => "suspect",
                _ => "disconnected",
            },
            Mode = status.Mode == AccountMode.Live ? "live" : "shadow",
            Solutions = [.. Solutions.Select(s => Of(s, figures, decided))],
            Postings = [.. figures.Postings.Select(p => new NoticePosting(p.PostingId, p.Title, p.Effects))],
            Waiting = new NoticeWaiting(
                status.Backlog.NewApplications,
                status.Backlog.NewPostings,
                status.Backlog.People,
                status.Effects.GetValueOrDefault("blocked"),
                status.Today?.Waiting ?? 0
            ),
            Failed = figures.Failed,
            Findings =
            [
                .. status
                    .Findings.Select(NoticeWords.WithoutIds)
                    .Select(f => new NoticeFinding(f.Code, f.Message, f.Remedy)),
            ],
        };

    /// <summary>The digest in a line.</summary>
    public static string TitleOf(NoticeDigest digest) =>
        string.Join(", ", digest.Solutions.Select(s => FormattableString.Invariant($"{s.Solution} {s.Results}")))
        + (digest.Findings.Count > 0 ? FormattableString.Invariant($"; {digest.Findings.Count} to look at") : "");

    private static NoticeResult Of(Solution solution, DayFigures figures, IReadOnlyList<VerdictCount> decided)
    {
        var own = decided.Where(d => d.Solution == solution).ToList();
        // A recommendation stands for a lead; FiiLTER writes moves alone.
        return new NoticeResult(
            NameOf(solution),
            figures.Written.Where(w => w.Solution == solution && IsResult(w.Kind, solution)).Sum(w => w.Effects),
            own.Sum(d => d.Decisions),
            own.Where(d => d.IsShadow && d.Verdict is (Verdicts.Match or Verdicts.Lead)).Sum(d => d.Decisions)
        );
    }

    private static bool IsResult(EffectKind kind, Solution solution) =>
        solution == Solution.Fiilter ? kind == EffectKind.Move : kind is EffectKind.Lead or EffectKind.Tag;

    private static string NameOf(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => "ARKiiVE",
            Solution.Fiilter => "FiiLTER",
            _ => "REFiiNE",
        };
}
