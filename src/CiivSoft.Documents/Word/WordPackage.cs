using System.Xml.Linq;
using CiivSoft.Documents.Formats;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>The parts of a Word file and how they refer to each other.</summary>
internal sealed class WordPackage
{
    private readonly OfficeArchive _archive;

    public WordPackage(OfficeArchive archive)
    {
        _archive = archive;
        var main = RelationshipsOf("").Find(relationship => relationship.Type is "officeDocument");
        MainPart = main?.Target ?? "word/document.xml";
    }

    public string MainPart { get; }

    /// <summary>A part's XML, or null when there is no such part.</summary>
    public XElement? Load(string part)
    {
        using var stream = _archive.OpenPart(part);
        return stream is null ? null : SafeXml.Load(stream);
    }

    public byte[] LoadBytes(string part)
    {
        using var stream = _archive.OpenPart(part);
        if (stream is null)
        {
            return [];
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public List<Relationship> RelationshipsOf(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var root = Load($"{folder}_rels/{part[folder.Length..]}.rels");
        return
        [
            .. root.Children("Relationship")
                .Select(relationship => new Relationship(
                    relationship.Value("Id") ?? "",
                    (relationship.Value("Type") ?? "").Split('/')[^1],
                    Combine(folder, relationship.Value("Target") ?? ""),
                    relationship.Value("TargetMode") is "External"
                )),
        ];
    }

    /// <summary>Reports what the file carries beside text.</summary>
    public void Inspect(Findings findings)
    {
        var names = _archive.Names.ToList();
        Report("macros", names.Count(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)));
        Report(
            "embedded objects",
            names.Count(name =>
                name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            )
        );
        Report("names that point out of the archive", _archive.EscapingNames);
        Report(
            "references to other places",
            RelationshipsOf(MainPart)
                .Concat(RelationshipsOf("word/settings.xml"))
                .Count(relationship => relationship.IsExternal && relationship.Type is not "hyperlink")
        );
        InspectProperties(findings);

        void Report(string detail, int count) => findings.Add(DocumentWarningKind.ActiveContent, detail, count);
    }

    private void InspectProperties(Findings findings)
    {
        var core = Load("docProps/core.xml");
        Report("keywords", "subject", "description", "category");
        Report("title");
        Report("creator");
        var custom = Load("docProps/custom.xml").Children("property").Select(property => property.Value);
        DocumentProperties.ReportCustom(custom, findings);

        void Report(params string[] names) =>
            DocumentProperties.Report(names.Select(name => core.Child(name)?.Value), findings);
    }

    private static string Combine(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step is ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }

    /// <param name="Id">Unique within the part that refers.</param>
    /// <param name="Type">The last word of the type's address, for example <c>header</c>.</param>
    /// <param name="Target">The part's name, or an address outside.</param>
    /// <param name="IsExternal">Whether it leads out of the file; never followed.</param>
    internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal);
}
