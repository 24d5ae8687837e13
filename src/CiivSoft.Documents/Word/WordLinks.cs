using System.Xml.Linq;
using CiivSoft.Documents.Formats;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>Text that a part shows and another part holds: diagrams, and imported chunks of other formats.</summary>
internal sealed class WordLinks(WordPackage package, string part, Findings findings)
{
    private readonly Lazy<Dictionary<string, string>> _targets = new(() =>
        package
            .RelationshipsOf(part)
            .Where(relationship => !relationship.IsExternal)
            .GroupBy(relationship => relationship.Id)
            .ToDictionary(group => group.Key, group => group.First().Target)
    );

    public string TextOf(XElement link)
    {
        var id = link.Is("relIds") ? link.Value("dm") : link.Value("id");
        if (id is null || !_targets.Value.TryGetValue(id, out var target))
        {
            return "";
        }

        return link.Is("relIds") ? Diagram(target) : Chunk(target);
    }

    private string Diagram(string target)
    {
        var paragraphs = package.Load(target)?.Descendants().Where(element => element.Is("p")) ?? [];
        return string.Join(
            '\n',
            paragraphs.Select(paragraph =>
                string.Concat(paragraph.Descendants().Where(element => element.Is("t")).Select(text => text.Value))
            )
        );
    }

    private string Chunk(string target)
    {
        var content = package.LoadBytes(target);
        if (content.Length == 0)
        {
            return "";
        }

        // Chunks that are Word files again could nest without end.
        var format = FormatSniffer.Sniff(content);
        return format is DocumentFormat.Html or DocumentFormat.Rtf or DocumentFormat.PlainText
            ? FormatReaders.For(format)(new DocumentSource(content, findings)).Text
            : "";
    }
}
