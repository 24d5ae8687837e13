using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Uploaded files.</summary>
internal static class Uploads
{
    public const long MaxBytes = 30L * 1024 * 1024;

    private static readonly ImmutableArray<string> Readable =
    [
        "docx",
        "doc",
        "js",
        "jpg",
        "jpeg",
        "png",
        "pdf",
        "txt",
        "rtf",
        "odt",
    ];

    public static OpportunityDocuments ReadDocuments(Call call)
    {
        var resumes = call.Files.Where(file => file.Field == "resumeFile").ToList();
        return resumes.Count > 1
            ? throw RefusedException.BadBody("One resume file at most", "/resumeFile")
            : new OpportunityDocuments
            {
                Resumes =
                [
                    .. resumes.Select(file => new Resume(
                        call.World.Ids.NextId(),
                        call.Now,
                        Store(call, file),
                        Parsed: null
                    )),
                ],
                Files =
                [
                    .. call
                        .Files.Where(file => file.Field == "files")
                        .Select(file => new AttachedFile(call.World.Ids.NextId(), Store(call, file))),
                ],
            };
    }

    public static StoredFile Store(Call call, UploadedFile file)
    {
        if (file.Content.LongLength > MaxBytes)
        {
            throw RefusedException.BadRequest("The file is larger than 30 MB");
        }

        var stored = new StoredFile(file.FileName, call.Now, "processed", FileContent.Of(file.Content));
        return Readable.Contains(stored.Extension) ? stored : stored with { Status = "unsupported" };
    }
}
