using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Résumés and attached files of an opportunity.</summary>
internal static class DocumentCalls
{
    public static Answer ListResumes(Call call)
    {
        var range = call.Query.GetRange("uploaded_at");
        var (opportunity, documents) = Find(call);
        IReadOnlyList<Resume> resumes =
        [
            .. documents.Resumes.Where(resume => range.Contains(resume.File?.UploadedAt ?? resume.CreatedAt)),
        ];
        return Paging.Numbered(
            call.Query,
            resumes,
            (json, resume) => DocumentFields.Write(json, opportunity.Id, resume, call.Fields)
        );
    }

    public static Answer GetResume(Call call)
    {
        var (opportunity, resume) = FindResume(call);
        return Answer.Data(json => DocumentFields.Write(json, opportunity.Id, resume, call.Fields));
    }

    public static Answer DownloadResume(Call call)
    {
        var (_, resume) = FindResume(call);
        return Answer.Download(resume.File ?? throw RefusedException.NotFound("resume file was not found"));
    }

    public static Answer ListFiles(Call call)
    {
        var range = call.Query.GetRange("uploaded_at");
        var (opportunity, documents) = Find(call);
        IReadOnlyList<AttachedFile> files = [.. documents.Files.Where(file => range.Contains(file.File.UploadedAt))];
        return Paging.Numbered(
            call.Query,
            files,
            (json, file) => DocumentFields.Write(json, opportunity.Id, file, call.Fields)
        );
    }

    public static Answer GetFile(Call call)
    {
        var (opportunity, file) = FindFile(call);
        return Answer.Data(json => DocumentFields.Write(json, opportunity.Id, file, call.Fields));
    }

    public static Answer DownloadFile(Call call) => Answer.Download(FindFile(call).File.File);

    public static Answer AddFile(Call call)
    {
        var upload =
            call.Files.FirstOrDefault(file => file.Field == "file")
            ?? throw RefusedException.BadBody("file is required", "/file");
        var stored = new AttachedFile(call.World.Ids.NextId(), Uploads.Store(call, upload));
        var (number, opportunity) = call.FindOpportunity();
        var documents = call.World.GetDocuments(number, opportunity);
        Save(call, number, EffectKinds.FileAdded, stored.Id, documents with { Files = documents.Files.Add(stored) });
        return Answer.Data(json => DocumentFields.Write(json, opportunity.Id, stored, call.Fields), 201);
    }

    public static Answer DeleteFile(Call call)
    {
        var (number, opportunity) = call.FindOpportunity();
        var (_, file) = FindFile(call);
        var documents = call.World.GetDocuments(number, opportunity);
        var remaining = documents.Files.RemoveAll(other => other.Id == file.Id);
        Save(call, number, EffectKinds.FileDeleted, file.Id, documents with { Files = remaining });
        return Answer.NoContent;
    }

    private static void Save(Call call, int number, string kind, string recordId, OpportunityDocuments documents)
    {
        var opportunity = call.World.GetOpportunity(number);
        call.World.ReplaceOpportunity(number, opportunity with { Documents = documents, LastInteractionAt = call.Now });
        call.Record(CandidacyChanges.Describe(call.World, kind, opportunity) with { RecordId = recordId });
    }

    private static (Opportunity Opportunity, OpportunityDocuments Documents) Find(Call call)
    {
        var (number, opportunity) = call.FindOpportunity();
        return (opportunity, call.World.GetDocuments(number, opportunity));
    }

    private static (Opportunity Opportunity, Resume Resume) FindResume(Call call)
    {
        var (opportunity, documents) = Find(call);
        var resume = documents.Resumes.FirstOrDefault(resume => resume.Id == call["resume"]);
        return (opportunity, resume ?? throw RefusedException.NotFound("resume was not found"));
    }

    private static (Opportunity Opportunity, AttachedFile File) FindFile(Call call)
    {
        var (opportunity, documents) = Find(call);
        var file = documents.Files.FirstOrDefault(file => file.Id == call["file"]);
        return (opportunity, file ?? throw RefusedException.NotFound("file was not found"));
    }
}
