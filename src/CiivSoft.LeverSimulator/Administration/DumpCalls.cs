using System.Buffers;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>The whole world as lines of JSON, as it is now: faults, late visibility and rights do not show here.</summary>
internal sealed class DumpCalls(Simulator simulator)
{
    private const int FlushBytes = 256 * 1024;
    private static readonly FieldSelection WithApplications = new(new QueryValues("?expand=applications"));

    private SimulatedWorld World => simulator.World;

    public async Task SendAsync(HttpContext context, string[] path)
    {
        var lines = path switch
        {
            ["opportunities"] => World.GetOpportunityNumbers().SelectMany(DumpOpportunity),
            ["opportunities", var id] => World.FindOpportunity(id) is { } number ? DumpOpportunity(number) : [],
            ["deleted"] => World.GetDeleted().Select(DumpDeleted),
            ["contacts"] => Enumerable.Range(0, World.ContactCount).Select(DumpContact),
            ["postings"] => World
                .Account.Postings.OrderBy(posting => posting.Id, StringComparer.Ordinal)
                .Select(DumpPosting),
            ["stages"] => World.Account.Stages.Select(Dump<Stage>(AccountFields.Write)),
            ["users"] => World.Account.Users.Select(Dump<User>(AccountFields.Write)),
            ["archive_reasons"] => World.Account.ArchiveReasons.Select(Dump<ArchiveReason>(AccountFields.Write)),
            _ => throw RefusedException.NotFound("There is no such dump"),
        };
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var buffer = new ArrayBufferWriter<byte>(FlushBytes * 2);
        foreach (var line in lines)
        {
            JsonLines.Write(buffer, line);
            if (buffer.WrittenCount > FlushBytes)
            {
                await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
                buffer.ResetWrittenCount();
            }
        }

        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    private static Func<T, Action<Utf8JsonWriter>> Dump<T>(Action<Utf8JsonWriter, T, FieldSelection> write) =>
        item => json => write(json, item, FieldSelection.All);

    private IEnumerable<Action<Utf8JsonWriter>> DumpOpportunity(int number)
    {
        Opportunity opportunity;
        lock (World.Gate)
        {
            if (World.FindLive(number) is not { } live)
            {
                yield break;
            }

            opportunity = live;
        }

        var view = new OpportunityView(World, number, opportunity);
        yield return json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("opportunity");
            OpportunityFields.Write(json, view, WithApplications);
            json.WritePropertyName("notes");
            json.WriteItems(
                view.Details.Notes,
                (json, note) => NoteFields.Write(json, World.Account, note, FieldSelection.All)
            );
            json.WriteEndObject();
        };
    }

    private static Action<Utf8JsonWriter> DumpDeleted(DeletedOpportunity deleted) =>
        json =>
        {
            json.WriteStartObject();
            json.WriteString("opportunity", deleted.Opportunity.Id.ToString());
            json.WriteString("posting", deleted.Opportunity.PostingId);
            json.WriteNumber("deletedAt", deleted.DeletedAt);
            json.WriteString("deletedBy", deleted.DeletedBy);
            json.WriteEndObject();
        };

    private Action<Utf8JsonWriter> DumpContact(int number) =>
        json => ContactFields.Write(json, World.GetContact(number), FieldSelection.All);

    private Action<Utf8JsonWriter> DumpPosting(Posting posting) =>
        json => PostingFields.Write(json, World.Account, posting, FieldSelection.All);
}
