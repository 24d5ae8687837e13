namespace CiivSoft.Training.Lists;

/// <summary>One name of a skill, as it is written and as it is compared.</summary>
internal sealed class SkillName(string text)
{
    // Matching finds such a name only where it is written the same, capitals included.
    private const string AsWritten = "!";

    public string Text { get; } = text;

    public string Lower { get; } = string.Concat(text.Select(char.ToLowerInvariant));

    public IReadOnlyList<string> Words { get; } = AsciiWords.Of(text);

    /// <summary>Equal for names that differ in case and punctuation only.</summary>
    public string Key => string.Join(' ', Words);

    public bool IsOneWord => Words.Count == 1;

    public bool IsLowerCase => Text.Any(char.IsLower) && !Text.Any(char.IsUpper);

    public bool IsUpperCase => Text.Any(char.IsUpper) && !Text.Any(char.IsLower);

    /// <summary>The entry of a name that only counts as written.</summary>
    public string Exact => AsWritten + Text;

    /// <summary>The name of an entry of the list.</summary>
    public static SkillName OfEntry(string entry) => new(entry.TrimStart(AsWritten[0]));
}
