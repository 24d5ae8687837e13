using System.Text.Json.Serialization;

namespace CiivSoft.Documents.Pool;

[JsonSerializable(typeof(DocumentReading))]
internal sealed partial class ReadingJson : JsonSerializerContext;
