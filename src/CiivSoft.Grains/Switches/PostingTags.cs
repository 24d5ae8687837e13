using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Switches;

/// <summary>How a recruiter switches a posting in Lever: by a tag of the posting.</summary>
internal static class PostingTags
{
    private const string Prefix = "CiiVSOFT ";

    /// <summary>The strictest that the tags name; null when they name none.</summary>
    public static RunMode? ModeOf(IReadOnlyList<string> tags)
    {
        RunMode? strictest = null;
        foreach (var tag in tags)
        {
            if (Read(tag.Trim()) is { } mode && (strictest is null || mode < strictest))
            {
                strictest = mode;
            }
        }

        return strictest;
    }

    private static RunMode? Read(string tag) =>
        !tag.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? null
            : tag[Prefix.Length..].Trim().ToUpperInvariant() switch
            {
                "OFF" => RunMode.Off,
                "SHADOW" => RunMode.Shadow,
                "LIVE" => RunMode.Live,
                _ => null,
            };
}
