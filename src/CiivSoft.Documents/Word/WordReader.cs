using System.Xml.Linq;
using CiivSoft.Documents.Formats;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>Office Open XML to text: headers, body with tables and text boxes, footers, notes.</summary>
internal static class WordReader
{
    public static ReadText Read(DocumentSource source)
    {
        using var archive = OfficeArchive.Open(source.Content);
        var package = new WordPackage(archive);
        var main = package.Load(package.MainPart) ?? throw new UnreadableDocumentException("damaged");
        var body = main.Child("body") ?? throw new UnreadableDocumentException("damaged");
        package.Inspect(source.Findings);
        var styles = new WordStyles(package.Load("word/styles.xml"));
        var hasBackdrop = HasBackdrop(main);
        var context = new WordContext { Ground = Ink.Parse(main.Child("background").Value("color")) ?? Ink.White };
        var parts = new List<string>();
        foreach (var (root, part) in PartsInOrder(package, main, body))
        {
            var links = new WordLinks(package, part, source.Findings);
            var isBacked = hasBackdrop || (!ReferenceEquals(root, body) && HasBackdrop(root));
            hasBackdrop |= isBacked;
            parts.Add(new WordTextWalker(styles, links, source.Findings, isBacked).Walk(root, context));
        }

        var text = string.Join('\n', parts);
        return new ReadText { Text = text, OcrReason = IsPicture(main, text) ? "the pages are pictures" : null };
    }

    private static IEnumerable<(XElement Root, string Part)> PartsInOrder(
        WordPackage package,
        XElement main,
        XElement body
    )
    {
        var targets = package
            .RelationshipsOf(package.MainPart)
            .GroupBy(relationship => relationship.Id)
            .ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. Referenced("headerReference"),
            (body, package.MainPart),
            .. Referenced("footerReference"),
            .. Notes("footnotes"),
            .. Notes("endnotes"),
        ];

        IEnumerable<(XElement, string)> Referenced(string reference) =>
            main.Descendants()
                .Where(element => element.Is(reference) && IsShown(element, package))
                .Select(element => targets.GetValueOrDefault(element.Value("id") ?? ""))
                .OfType<WordPackage.Relationship>()
                .DistinctBy(relationship => relationship.Target)
                .Select(relationship => (package.Load(relationship.Target), relationship.Target))
                .Where(part => part.Item1 is not null)
                .Select(part => (part.Item1 ?? main, part.Target));

        IEnumerable<(XElement, string)> Notes(string kind) =>
            targets
                .Values.Where(relationship => string.Equals(relationship.Type, kind, StringComparison.Ordinal))
                .SelectMany(relationship =>
                    package
                        .Load(relationship.Target)
                        ?.Elements()
                        .Where(note => note.Value("type") is null or "normal")
                        .Select(note => (note, relationship.Target))
                    ?? []
                );
    }

    /// <summary>First-page and even-page headers count only where the document uses them (ECMA-376, 17.10).</summary>
    private static bool IsShown(XElement reference, WordPackage package) =>
        reference.Value("type") switch
        {
            "first" => reference.Parent.Toggle("titlePg") == true,
            "even" => package.Load("word/settings.xml").Toggle("evenAndOddHeaders") == true,
            _ => true,
        };

    /// <summary>Something floats behind the text: what stands on it is seen, whatever its colour.</summary>
    private static bool HasBackdrop(XElement root) =>
        root.Descendants().Any(element => element.Is("anchor") && element.Value("behindDoc") is "1" or "true");

    private static bool IsPicture(XElement main, string text) =>
        text.Count(char.IsLetterOrDigit) < 20 && main.Descendants().Any(element => element.Is("blip"));
}
