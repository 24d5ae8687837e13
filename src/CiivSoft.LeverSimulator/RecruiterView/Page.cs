namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>What all pages have around their content, and small pieces that several of them show.</summary>
internal static class Page
{
    private const string ArkiiveSource = "CiiVSOFT ARKiiVE";
    private const string RefiineSource = "CiiVSOFT REFiiNE";

    public static string Frame(string title, Html trail, Html content) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Lever simulator</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/assets/view.css">
            <script src="/assets/view.js" defer></script>
            <noscript><meta http-equiv="refresh" content="5"></noscript>
            </head>
            <body>
            <header class="top">
            <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Recruiting</a>
            <nav aria-label="Breadcrumb">{trail}</nav>
            <span class="live" title="This page refreshes itself"><i aria-hidden="true"></i>live</span>
            </header>
            <main id="content">
            {content}
            </main>
            <footer>A stand-in for Lever, for trying things out. Nobody here is real.</footer>
            </body>
            </html>
            """
        ).Value;

    public static Html Crumb(string text) => Html.Of($"<span class=\"crumb\"><bdi>{text}</bdi></span>");

    public static Html Crumb(string text, string address) =>
        Html.Of($"<a class=\"crumb\" href=\"{address}\"><bdi>{text}</bdi></a>");

    public static Html Avatar(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length switch
        {
            0 => "–",
            1 => FirstLetter(words[0]),
            _ => FirstLetter(words[0]) + FirstLetter(words[^1]),
        };
        var color = name.Aggregate(0, (sum, letter) => (sum + letter) % 8);
        return Html.Of($"<span class=\"avatar c{color}\" aria-hidden=\"true\">{letters}</span>");
    }

    public static string PostingAddress(string id) => $"/postings/{Uri.EscapeDataString(id)}";

    public static string CandidateAddress(string id) => $"/candidates/{Uri.EscapeDataString(id)}";

    /// <summary>Which of the solutions a source or stage stands for, as a coloured label; nothing for others.</summary>
    public static Html Origin(IReadOnlyCollection<string> sources)
    {
        if (sources.Contains(ArkiiveSource))
        {
            return Html.Of($"<span class=\"label arkiive\">ARKiiVE</span>");
        }

        return sources.Contains(RefiineSource) ? Html.Of($"<span class=\"label refiine\">REFiiNE</span>") : Html.Empty;
    }

    public static string NameOrNone(string name) => string.IsNullOrWhiteSpace(name) ? "(no name)" : name;

    // Half a surrogate pair would be no letter.
    private static string FirstLetter(string word) =>
        new System.Globalization.StringInfo(word).SubstringByTextElements(0, 1);
}
