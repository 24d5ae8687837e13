using System.Globalization;
using System.Xml.Linq;

namespace CiivSoft.Documents.Xml;

/// <summary>Looks up by local name: Office Open XML has two namespaces (transitional and strict) for the same vocabulary.</summary>
internal static class XmlLookup
{
    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Is(name)) ?? [];

    public static bool Is(this XElement element, string name) =>
        string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    public static string? Value(this XElement? element, string attribute) =>
        element
            ?.Attributes()
            .FirstOrDefault(candidate => string.Equals(candidate.Name.LocalName, attribute, StringComparison.Ordinal))
            ?.Value;

    public static double? Number(this XElement? element, string attribute) =>
        double.TryParse(element.Value(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>An on/off property (ECMA-376, 17.17.4): on when there without a value, null when not there.</summary>
    public static bool? Toggle(this XElement? element, string name) =>
        element.Child(name) is { } toggle ? toggle.Value("val") is not ("0" or "false" or "off" or "none") : null;
}
