using System.Text.Json;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Lever.Json;

/// <summary>Applications as ids or, when expanded, as records. They decide who is where: one that cannot be read breaks the opportunity.</summary>
internal sealed class ApplicationsConverter : ReadOnlyConverter<IReadOnlyList<LeverApplication>>
{
    public override IReadOnlyList<LeverApplication> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var applications = new List<LeverApplication>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            applications.Add(ReadOne(ref reader));
        }

        return applications;
    }

    private static LeverApplication ReadOne(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? new LeverApplication { Id = RecordIdConverter.ReadId(ref reader) }
            : JsonSerializer.Deserialize(ref reader, LeverJson.Default.LeverApplication) ?? throw new JsonException();
}
