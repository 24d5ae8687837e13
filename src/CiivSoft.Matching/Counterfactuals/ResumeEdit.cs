using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>What a résumé might have said besides, or not said.</summary>
public sealed record ResumeEdit
{
    /// <summary>Lines that stand under the latest job; at the end where no job was found.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>A job that stands before all others, as the latest one; null for none.</summary>
    public string? LatestTitle { get; init; }

    /// <summary>Stretches that are not there.</summary>
    public IReadOnlyList<Quote> Removed { get; init; } = [];

    /// <summary>Names the edit: equal for equal edits.</summary>
    public string Key =>
        string.Join(
            '\u001F',
            [.. Added, $"{LatestTitle}", .. Removed.Select(quote => $"{quote.Start}+{quote.Text.Length}")]
        );

    internal string Apply(ResumeProfile profile)
    {
        var text = profile.Text.ToCharArray();
        foreach (var quote in Removed)
        {
            for (var i = quote.Start; i < Math.Min(text.Length, quote.Start + quote.Text.Length); i++)
            {
                text[i] = TextLines.IsBreak(text[i]) ? text[i] : ' ';
            }
        }

        var edited = new string(text);
        var lines = string.Concat(Added.Select(line => line + "\n"));
        var latest = profile.Roles.Count > 0 ? profile.Roles[0] : null;
        var below = latest is null ? edited.Length : LineEnd(edited, latest.Start + latest.Length);
        edited = $"{edited[..below]}{(latest is null ? "\n" : "")}{lines}{edited[below..]}";
        if (LatestTitle is null)
        {
            return edited;
        }

        var above = latest is null ? edited.Length : LineStart(edited, latest.Start);
        return $"{edited[..above]}\n{LatestTitle}, 2023 - Present\n{edited[above..]}";
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end + 1;
    }

    private static int LineStart(string text, int from) => text.LastIndexOf('\n', Math.Max(0, from - 1)) + 1;
}
