using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class DocumentFields
{
    private static readonly FieldTable<(EntityId Opportunity, Resume Resume)> Resumes = new(
        new Field<(EntityId Opportunity, Resume Resume)>("id", (json, item) => json.WriteStringValue(item.Resume.Id)),
        new Field<(EntityId Opportunity, Resume Resume)>(
            "createdAt",
            (json, item) => json.WriteNumberValue(item.Resume.CreatedAt)
        ),
        new Field<(EntityId Opportunity, Resume Resume)>("file", WriteResumeFile),
        new Field<(EntityId Opportunity, Resume Resume)>(
            "parsedData",
            (json, item) => WriteParsed(json, item.Resume.Parsed),
            IsPresent: item => item.Resume.Parsed is not null
        )
    );

    private static readonly FieldTable<(EntityId Opportunity, AttachedFile File)> Files = new(
        new Field<(EntityId Opportunity, AttachedFile File)>("id", (json, item) => json.WriteStringValue(item.File.Id)),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "downloadUrl",
            (json, item) => json.WriteStringValue(UrlOf(item.Opportunity, "files", item.File.Id))
        ),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "ext",
            (json, item) => json.WriteStringValue($".{item.File.File.Extension}")
        ),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "name",
            (json, item) => json.WriteStringValue(item.File.File.Name)
        ),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "uploadedAt",
            (json, item) => json.WriteNumberValue(item.File.File.UploadedAt)
        ),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "status",
            (json, item) => json.WriteStringValue(item.File.File.Status)
        ),
        new Field<(EntityId Opportunity, AttachedFile File)>(
            "size",
            (json, item) => json.WriteNumberValue(item.File.File.Content.Size)
        )
    );

    public static void Write(Utf8JsonWriter json, EntityId opportunity, Resume resume, FieldSelection selection) =>
        Resumes.Write(json, (opportunity, resume), selection);

    public static void Write(Utf8JsonWriter json, EntityId opportunity, AttachedFile file, FieldSelection selection) =>
        Files.Write(json, (opportunity, file), selection);

    private static string UrlOf(EntityId opportunity, string kind, string id) =>
        $"https://hire.lever.co/candidates/{opportunity}/{kind}/{id}/download";

    private static void WriteResumeFile(Utf8JsonWriter json, (EntityId Opportunity, Resume Resume) item)
    {
        if (item.Resume.File is not { } file)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("ext", file.Extension);
        json.WriteString("downloadUrl", UrlOf(item.Opportunity, "resumes", item.Resume.Id));
        json.WriteNumber("uploadedAt", file.UploadedAt);
        json.WriteString("status", file.Status);
        json.WriteNumber("size", file.Content.Size);
        json.WriteEndObject();
    }

    private static void WriteParsed(Utf8JsonWriter json, ParsedResume? parsed)
    {
        json.WriteStartObject();
        json.WritePropertyName("positions");
        json.WriteItems(parsed?.Positions ?? [], WritePosition);
        json.WritePropertyName("schools");
        json.WriteItems(parsed?.Schools ?? [], WriteSchool);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, ParsedPosition position)
    {
        json.WriteStartObject();
        json.WriteString("org", position.Org);
        json.WriteString("title", position.Title);
        json.WriteString("summary", position.Summary);
        json.WriteString("location", position.Location);
        WriteDate(json, "start", position.Start);
        WriteDate(json, "end", position.End);
        json.WriteEndObject();
    }

    private static void WriteSchool(Utf8JsonWriter json, ParsedSchool school)
    {
        json.WriteStartObject();
        json.WriteString("org", school.Org);
        json.WriteString("degree", school.Degree);
        json.WriteString("field", school.Field);
        json.WriteString("summary", school.Summary);
        WriteDate(json, "start", school.Start);
        WriteDate(json, "end", school.End);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, ParsedDate? date)
    {
        if (date is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("year", date.Year);
        json.WriteTimeOf("month", date.Month);
        json.WriteEndObject();
    }
}
