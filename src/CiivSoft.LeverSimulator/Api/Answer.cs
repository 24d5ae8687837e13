using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>What is answered. The JSON is written after the world's gate is left, so it may only read what cannot change.</summary>
internal sealed record Answer
{
    public required int Status { get; init; }

    /// <summary>Null when there is no body, or a file instead.</summary>
    public Action<Utf8JsonWriter>? WriteJson { get; init; }

    /// <summary>Null when the answer is no file. Read when the answer is sent.</summary>
    public World.StoredFile? File { get; init; }

    public static Answer NoContent { get; } = new() { Status = 204 };

    /// <summary><c>{"data": …}</c>.</summary>
    public static Answer Data(Action<Utf8JsonWriter> writeData, int status = 200) =>
        new()
        {
            Status = status,
            WriteJson = json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("data");
                writeData(json);
                json.WriteEndObject();
            },
        };

    /// <summary><c>{"code": …, "message": …}</c>.</summary>
    public static Answer Error(int status, string code, string message) =>
        new()
        {
            Status = status,
            WriteJson = json =>
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("message", message);
                json.WriteEndObject();
            },
        };

    public static Answer Refusal(RefusedException refusal) => Error(refusal.Status, refusal.Code, refusal.Message);

    public static Answer Download(World.StoredFile file) =>
        file.Status is "error" or "unsupported"
            ? throw RefusedException.Unprocessable("The file could not be processed")
            : new Answer { Status = 200, File = file };
}
