namespace CiivSoft.Lab.Chaos;

/// <summary>The results as people read them.</summary>
internal static class ChaosTable
{
    public static string Of(IReadOnlyList<CellResult> results) =>
        string.Join(
            '\n',
            [
                $"{"cell", -24} {"seed", 4} {"verdict", -8} {"seconds", 8} {"recovery", 9}",
                .. results.Select(Line),
                .. results.SelectMany(Details),
                Summary(results),
            ]
        );

    /// <summary>One cell's line.</summary>
    public static string Line(CellResult r) =>
        string.Create(
            null,
            $"{r.Cell, -24} {r.Seed, 4} {r.Verdict, -8} {r.Seconds, 8:F1} {r.RecoverySeconds, 9:F1}  {string.Join("; ", r.Figures)}"
        );

    /// <summary>Why it was skipped, or what it broke; nothing where it passed.</summary>
    public static IEnumerable<string> Details(CellResult r) =>
        [
            .. r.Skipped is { } reason ? [$"{r.Cell} was skipped: {reason}"] : Array.Empty<string>(),
            .. r.Findings.Select(f => string.Create(null, $"{r.Cell}, seed {r.Seed}: {f}")),
        ];

    private static string Summary(IReadOnlyList<CellResult> results) =>
        string.Create(
            null,
            $"{results.Count(r => r.Verdict == "pass")} passed, {results.Count(r => r.Verdict == "FAIL")} failed, {results.Count(r => r.Skipped is not null)} skipped."
        );
}
