using System.Globalization;

namespace CiivSoft.Cli.Extraction;

/// <summary>What <c>ciivsoft extract</c> read; the texts are in the file it wrote.</summary>
/// <param name="Documents">Files found.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Verdicts">Files by verdict.</param>
internal sealed record ExtractReport(int Documents, double Seconds, IReadOnlyDictionary<string, int> Verdicts)
{
    public override string ToString()
    {
        var counts = string.Join(", ", Verdicts.Select(verdict => $"{verdict.Value} {verdict.Key}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Documents} documents in {Seconds:F1} s: {counts}");
    }
}
