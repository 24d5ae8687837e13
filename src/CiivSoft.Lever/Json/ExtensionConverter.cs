using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>A file's extension: <c>pdf</c> on résumés, <c>.pdf</c> on files; here always as the former.</summary>
internal sealed class ExtensionConverter : ReadOnlyConverter<string?>
{
    [SuppressMessage("Globalization", "CA1308", Justification = "Extensions are written in small letters.")]
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ext = TextConverter.ReadText(ref reader)?.Trim().TrimStart('.').ToLowerInvariant();
        return string.IsNullOrEmpty(ext) ? null : ext;
    }
}
