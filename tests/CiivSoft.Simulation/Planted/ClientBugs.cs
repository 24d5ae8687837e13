using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Simulation.Storage;

namespace CiivSoft.Simulation.Planted;

/// <summary>Bugs in how Lever is read and written.</summary>
internal static class ClientBugs
{
    public static IReadOnlyList<Bug> All { get; } =
    [
        In("no-ref", "Notes are written without their Ref.", DropRef),
        In("error-done", "A server error counts as done.", TakeErrorForDone),
        In("refused-unknown", "A refusal of the key counts as done.", TakeRefusalForDone),
        In("no-overlap", "A scan begins exactly where the last one ended.", ScanWithoutOverlap),
        In("window-gap", "Windows of the first synchronisation leave a gap.", LeaveGap),
        In(
            "no-deleted",
            "Deleted opportunities are not asked for.",
            call => call.Name == "ListDeletedOpportunitiesAsync" ? None() : null
        ),
        In(
            "no-posting-check",
            "Before a lead nobody looks who is on the posting.",
            call => Reread(call, o => o with { Applications = [] })
        ),
        In(
            "no-gate-at-write",
            "Eligibility is asked when choosing, not when writing.",
            call => Reread(call, o => o with { Tags = [], Archived = null, StageId = "applicant-new" })
        ),
        In("stale-read", "What an opportunity looked like is remembered.", new Memory().Remember),
        In("stale-posting", "A posting is taken to be open still.", KeepOpen),
        In("read-error-absent", "Notes that cannot be read count as absent.", TakeErrorForAbsence),
        In("odd-source", "Leads are made under another source than they are found by.", NameOddSource),
        In("wrong-stage", "Applications are moved to the last stage.", MoveTooFar),
    ];

    private static Bug In(string name, string story, Planting planting) => new(name, story) { InClient = planting };

    private static object? DropRef(InterceptedCall call)
    {
        if (call.Name == "AddNoteAsync")
        {
            var text = call.Get<string>(1);
            var at = text.IndexOf("CVS-", StringComparison.Ordinal);
            call.Set(1, at > 0 ? text[..at] : text);
        }

        return null;
    }

    private static object? TakeErrorForDone(InterceptedCall call) =>
        IsWrite(call)
            ? JudgeAsync(call, o => o is LeverWriteOutcome.Unknown { Reason: LeverUnknownReason.ServerError })
            : null;

    private static object? TakeRefusalForDone(InterceptedCall call) =>
        IsWrite(call) ? JudgeAsync(call, o => o is LeverWriteOutcome.Refused) : null;

    private static bool IsWrite(InterceptedCall call) =>
        call.Name is "CreateLeadAsync" or "MoveToStageAsync" or "AddNoteAsync";

    private static async Task<LeverWriteOutcome> JudgeAsync(InterceptedCall call, Func<LeverWriteOutcome, bool> isDone)
    {
        var outcome = await call.ProceedAsync<LeverWriteOutcome>();
        return isDone(outcome) ? new LeverWriteOutcome.Done("made-up") : outcome;
    }

    private static object? ScanWithoutOverlap(InterceptedCall call)
    {
        if (call.Name == "ListOpportunitiesAsync" && call.Get<OpportunityQuery>(0) is { UpdatedSince: { } since } query)
        {
            call.Set(0, query with { UpdatedSince = since + TimeSpan.FromMinutes(15) });
        }

        return null;
    }

    private static object? LeaveGap(InterceptedCall call)
    {
        if (call.Name == "ListOpportunitiesAsync" && call.Get<OpportunityQuery>(0) is { CreatedTo: { } to } query)
        {
            call.Set(0, query with { CreatedTo = to - TimeSpan.FromDays(3) });
        }

        return null;
    }

    private static async IAsyncEnumerable<LeverPage<LeverOpportunity>> None()
    {
        await Task.CompletedTask;
        yield break;
    }

    private static object? Reread(InterceptedCall call, Func<LeverOpportunity, LeverOpportunity> change)
    {
        var isBeforeLead = call.Name == "ListOpportunitiesAsync" && call.Get<OpportunityQuery>(0).ContactIds.Count > 0;
        return isBeforeLead ? ChangedAsync() : null;

        async IAsyncEnumerable<LeverPage<LeverOpportunity>> ChangedAsync()
        {
            var pages = (IAsyncEnumerable<LeverPage<LeverOpportunity>>)call.Proceed()!; // It returns pages.
            await foreach (var page in pages)
            {
                yield return page with
                {
                    Items = [.. page.Items.Select(change)],
                };
            }
        }
    }

    private static object? KeepOpen(InterceptedCall call)
    {
        return call.Name == "GetPostingAsync" ? ReadAsync() : null;

        async Task<LeverPosting?> ReadAsync() =>
            await call.ProceedAsync<LeverPosting?>() is { } posting ? posting with { State = "published" } : null;
    }

    private static object? TakeErrorForAbsence(InterceptedCall call)
    {
        return call.Name == "ListNotesAsync" ? ReadAsync() : null;

        async Task<LeverPage<LeverNote>?> ReadAsync()
        {
            try
            {
                return await call.ProceedAsync<LeverPage<LeverNote>?>();
            }
            catch (LeverException)
            {
                return new LeverPage<LeverNote>([]);
            }
        }
    }

    private static object? NameOddSource(InterceptedCall call)
    {
        if (call.Name == "CreateLeadAsync")
        {
            var lead = call.Get<LeadRequest>(0);
            call.Set(0, new LeadRequest(lead.ContactId, lead.PostingId, "CiiVSOFT"));
        }

        return null;
    }

    private static object? MoveTooFar(InterceptedCall call)
    {
        if (call.Name == "MoveToStageAsync")
        {
            call.Set(1, "offer");
        }

        return null;
    }

    private sealed class Memory
    {
        private readonly System.Runtime.CompilerServices.ConditionalWeakTable<
            object,
            Dictionary<string, LeverOpportunity>
        > _known = [];

        public Task<LeverOpportunity?>? Remember(InterceptedCall call)
        {
            return call.Name == "GetOpportunityAsync" ? ReadAsync() : null;

            async Task<LeverOpportunity?> ReadAsync()
            {
                var known = _known.GetOrCreateValue(call.Silo);
                var id = call.Get<string>(0);
                if (known.TryGetValue(id, out var before))
                {
                    return before;
                }

                var read = await call.ProceedAsync<LeverOpportunity?>();
                if (read is not null)
                {
                    known[id] = read;
                }

                return read;
            }
        }
    }
}
