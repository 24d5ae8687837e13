using System.Text.RegularExpressions;

namespace CiivSoft.Documents.Html;

/// <summary>Cuts a style sheet into the rules that hold on a screen.</summary>
internal static partial class HtmlSheet
{
    private const int DeepestNesting = 10;

    public static IEnumerable<(string Selectors, string Body)> RulesOf(string sheet) =>
        RulesOf(Comment().Replace(sheet, " "), 0);

    private static IEnumerable<(string Selectors, string Body)> RulesOf(string sheet, int depth)
    {
        var start = 0;
        while (sheet.IndexOf('{', start) is var open and >= 0)
        {
            var end = EndOf(sheet, open);
            // Statements such as imports end with a semicolon and have no block.
            var head = sheet[start..open].Split(';')[^1].Trim();
            var body = sheet[(open + 1)..end];
            var inner =
                !head.StartsWith('@') ? [(head, OwnDeclarations(body))]
                : depth < DeepestNesting && Applies(head) ? RulesOf(body, depth + 1)
                : [];
            foreach (var rule in inner)
            {
                yield return rule;
            }

            start = Math.Min(end + 1, sheet.Length);
        }
    }

    /// <summary>Where the block ends that starts at an index; a block that is not closed ends with the sheet.</summary>
    private static int EndOf(string sheet, int open)
    {
        var depth = 0;
        for (var i = open; i < sheet.Length; i++)
        {
            depth += sheet[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return sheet.Length;
    }

    private static string OwnDeclarations(string body) =>
        body.IndexOf('{', StringComparison.Ordinal) is var nested and >= 0
            ? body[..(body.LastIndexOf(';', nested) + 1)]
            : body;

    private static bool Applies(string head)
    {
        var name = head.Split([' ', '('], 2)[0];
        return name switch
        {
            "@media" => HtmlMedia.Holds(head[name.Length..]),
            "@supports" or "@layer" => true,
            _ => false,
        };
    }

    [GeneratedRegex(@"/\*.*?(\*/|\z)|<!--|-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}
