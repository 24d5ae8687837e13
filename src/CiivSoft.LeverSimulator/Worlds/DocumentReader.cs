using System.Text;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Worlds;

/// <summary>Reads résumés and files of a seeded opportunity: a path in the world's folder, or <c>{name, base64 | text, status?}</c>.</summary>
/// <param name="world">Gives the ids.</param>
/// <param name="folder">The world's folder; null when there is none, and then no path is taken.</param>
internal sealed class DocumentReader(SimulatedWorld world, string? folder)
{
    public OpportunityDocuments Read(BodyFields body, long createdAt) =>
        new()
        {
            Resumes = body.Get("resume") is { } resume
                ?
                [
                    new Resume(
                        world.Ids.NextId(),
                        createdAt,
                        ReadFile(body, "resume", resume, createdAt),
                        ReadParsed(body.GetObject("parsedData"))
                    ),
                ]
                : [],
            Files =
            [
                .. (body.GetRawArray("files") is { } files ? files.EnumerateArray().ToList() : []).Select(
                    file => new AttachedFile(world.Ids.NextId(), ReadFile(body, "files", file, createdAt))
                ),
            ],
        };

    private StoredFile ReadFile(BodyFields body, string name, JsonElement value, long uploadedAt)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return ReadFromFolder(body, name, value.GetString() ?? "", uploadedAt);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw body.Refuse($"{name} must be a path or an object", name);
        }

        var file = new BodyFields(value, $"/{name}");
        return new StoredFile(
            file.RequireText("name"),
            uploadedAt,
            file.GetText("status") ?? "processed",
            FileContent.Of(ReadBytes(file))
        );
    }

    private static byte[] ReadBytes(BodyFields file)
    {
        if (file.GetText("text") is { } text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var encoded = file.GetText("base64") ?? throw file.Refuse("text or base64 is required", "base64");
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? bytes[..length]
            : throw file.Refuse("base64 is not valid", "base64");
    }

    private StoredFile ReadFromFolder(BodyFields body, string name, string path, long uploadedAt)
    {
        if (folder is null)
        {
            throw body.Refuse($"{name} must be an object {{name, base64}}", name);
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(path, root);
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full)
            ? new StoredFile(Path.GetFileName(full), uploadedAt, "processed", FileContent.OfFile(full))
            : throw body.Refuse("There is no such file in the world's folder", name);
    }

    private static ParsedResume? ReadParsed(BodyFields? parsed) =>
        parsed is null
            ? null
            : new ParsedResume(
                [
                    .. parsed
                        .GetObjects("positions")
                        .Select(position => new ParsedPosition(
                            position.GetText("org"),
                            position.GetText("title"),
                            position.GetText("summary"),
                            position.GetText("location"),
                            ReadDate(position, "start"),
                            ReadDate(position, "end")
                        )),
                ],
                [
                    .. parsed
                        .GetObjects("schools")
                        .Select(school => new ParsedSchool(
                            school.GetText("org"),
                            school.GetText("degree"),
                            school.GetText("field"),
                            school.GetText("summary"),
                            ReadDate(school, "start"),
                            ReadDate(school, "end")
                        )),
                ]
            );

    private static ParsedDate? ReadDate(BodyFields body, string name) =>
        body.GetObject(name) is { } date && date.GetNumber("year") is { } year
            ? new ParsedDate((int)year, (int?)date.GetNumber("month"))
            : null;
}
