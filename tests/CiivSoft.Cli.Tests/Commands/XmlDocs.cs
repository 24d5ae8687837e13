using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CiivSoft.Cli.Tests.Commands;

/// <summary>What the source says about a type or property, from the documentation files beside the assemblies.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = Load();

    /// <summary>The summary, or the line of a positional record's parameter; null when there is none.</summary>
    public static string? Of(MemberInfo member) =>
        member is Type type
            ? Words(Members.GetValueOrDefault($"T:{NameOf(type)}")?.Element("summary"))
            : OfProperty(member);

    private static string? OfProperty(MemberInfo property)
    {
        if (property.DeclaringType is not { } type)
        {
            return null;
        }

        var own = Members.GetValueOrDefault($"P:{NameOf(type)}.{property.Name}")?.Element("summary");
        var parameter = Members
            .GetValueOrDefault($"T:{NameOf(type)}")
            ?.Elements("param")
            .FirstOrDefault(p => p.Attribute("name")?.Value == property.Name);
        return Words(own) ?? Words(parameter);
    }

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.') ?? type.Name;

    private static string? Words(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(
            element
                .Nodes()
                .Select(node => node is XElement e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value : $"{node}")
        );
        return Blanks().Replace(text, " ").Trim() is { Length: > 0 } words ? words : null;
    }

    private static Dictionary<string, XElement> Load() =>
        Directory
            .GetFiles(AppContext.BaseDirectory, "CiivSoft.*.xml")
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .GroupBy(member => member.Attribute("name")?.Value ?? "")
            .ToDictionary(group => group.Key, group => group.First());

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
