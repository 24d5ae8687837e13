using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class NoteCalls
{
    private const int MinScore = 1;
    private const int MaxScore = 4;

    public static Answer List(Call call)
    {
        var (number, opportunity) = call.FindOpportunity();
        var notes = call.World.GetDetails(number, opportunity).Notes;
        return Paging.NewestFirst(
            call.Query,
            notes,
            note => note.CreatedAt,
            note => note.Id,
            (json, note) => NoteFields.Write(json, call.World.Account, note, call.Fields)
        );
    }

    public static Answer Get(Call call)
    {
        var note = FindNote(call, call["note"]);
        return Answer.Data(json => NoteFields.Write(json, call.World.Account, note, call.Fields));
    }

    public static Answer Create(Call call)
    {
        var comment = ReadComment(call);
        var isSecret = call.Body.GetFlag("secret") ?? false;
        call.Body.GetFlag("notifyFollowers");
        var (number, opportunity) = call.FindOpportunity();
        comment = comment with { StageId = opportunity.StageId };
        if (call.Query.Get("note_id") is { } threadId)
        {
            var thread = FindNote(call, threadId);
            var longer = thread with { Comments = thread.Comments.Add(comment) };
            call.Record(NoteChanges.Replace(call.World, number, longer, moveUpdatedAt: false));
            return AnswerCreated(call, longer);
        }

        var note = new Note
        {
            Id = call.World.Ids.NextId(),
            Comments = [comment],
            UserId = call.UserId,
            IsSecret = isSecret,
            CreatedAt = comment.CreatedAt,
            CompletedAt = comment.CreatedAt,
            IsMadeByApi = true,
        };
        call.Record(NoteChanges.Add(call.World, number, note));
        return AnswerCreated(call, note);
    }

    public static Answer Update(Call call)
    {
        var values = call.Body.GetObjects("values");
        if (values.Length == 0)
        {
            throw call.Body.Refuse("values is required", "values");
        }

        ImmutableArray<NoteComment> comments =
        [
            .. values.Select(value => new NoteComment(
                value.RequireText("value"),
                ReadPast(call, value),
                ReadScore(call.Body),
                "",
                call.UserId
            )),
        ];
        var (isSecret, user) = (call.Body.GetFlag("secret"), call.Body.GetText("user"));
        var completedAt = call.Body.GetNumber("completedAt");
        var (number, opportunity) = call.FindOpportunity();
        var note = FindChangeable(call);
        var changed = note with
        {
            Comments =
            [
                .. comments.Select(comment =>
                    comment with
                    {
                        StageId = opportunity.StageId,
                        UserId = user ?? call.UserId ?? note.UserId,
                    }
                ),
            ],
            UserId = user ?? note.UserId,
            IsSecret = isSecret ?? note.IsSecret,
            CompletedAt = completedAt ?? note.CompletedAt,
        };
        call.Record(NoteChanges.Replace(call.World, number, changed, moveUpdatedAt: true));
        return Answer.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString("noteId", note.Id);
            json.WriteEndObject();
        });
    }

    public static Answer Delete(Call call)
    {
        var (number, _) = call.FindOpportunity();
        call.Record(NoteChanges.Delete(call.World, number, FindChangeable(call).Id));
        return Answer.NoContent;
    }

    private static NoteComment ReadComment(Call call) =>
        new(call.Body.RequireText("value"), ReadPast(call, call.Body), ReadScore(call.Body), "", call.UserId);

    private static long ReadPast(Call call, BodyFields body)
    {
        var createdAt = body.GetNumber("createdAt") ?? call.Now;
        return createdAt <= call.Now ? createdAt : throw body.Refuse("createdAt must be in the past", "createdAt");
    }

    private static int? ReadScore(BodyFields body) =>
        body.GetNumber("score") switch
        {
            null => null,
            >= MinScore and <= MaxScore and var score => (int)score,
            _ => throw body.Refuse("score must be between 1 and 4", "score"),
        };

    private static Note FindNote(Call call, string id)
    {
        var (number, opportunity) = call.FindOpportunity();
        var note = call.World.GetDetails(number, opportunity).Notes.FirstOrDefault(note => note.Id == id);
        return note ?? throw RefusedException.NotFound("note was not found");
    }

    private static Note FindChangeable(Call call)
    {
        var note = FindNote(call, call["note"]);
        return note.IsMadeByApi
            ? note
            : throw RefusedException.Forbidden("Only notes created through the API can be changed through it");
    }

    private static Answer AnswerCreated(Call call, Note note) =>
        Answer.Data(json => NoteFields.WriteCreated(json, call.World.Account, note), 201);
}
