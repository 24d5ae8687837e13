using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Keys;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>A key on the command line: <c>KEY=PROFILE</c>, with <c>:confidential</c> behind it if it may see such data.</summary>
internal sealed record KeyOption(string Secret, string Profile, bool AllowsConfidential)
{
    private const string ConfidentialSuffix = ":confidential";

    /// <summary>What there is when the command line names no key.</summary>
    public static ImmutableArray<KeyOption> Defaults { get; } =
    [
        new("sim-article-exact", KeyProfiles.ArticleExact, AllowsConfidential: false),
        new("sim-article-plus-create-opportunity", KeyProfiles.ArticlePlusCreateOpportunity, AllowsConfidential: false),
        new("sim-all", KeyProfiles.All, AllowsConfidential: true),
    ];

    /// <returns>Null when the text is not of that form or names no profile.</returns>
    public static KeyOption? Parse(string text)
    {
        var isConfidential = text.EndsWith(ConfidentialSuffix, StringComparison.Ordinal);
        var rest = isConfidential ? text[..^ConfidentialSuffix.Length] : text;
        var split = rest.LastIndexOf('=');
        return split > 0 && KeyProfiles.Find(rest[(split + 1)..], []) is not null
            ? new KeyOption(rest[..split], rest[(split + 1)..], isConfidential)
            : null;
    }
}
