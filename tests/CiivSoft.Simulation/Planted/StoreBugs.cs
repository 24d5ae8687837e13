using CiivSoft.Abstractions.Keys;
using CiivSoft.Simulation.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;
using Dapper;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Simulation.Planted;

/// <summary>Bugs where decisions, work and what is known of Lever are stored.</summary>
internal static class StoreBugs
{
    public static IReadOnlyList<Bug> All { get; } =
    [
        In<IMirrorStore>("work-later", "What a scan found is stored before the work that it asks for.", SaveInTwo),
        In<IMirrorStore>("cap-ignored", "Earlier leads of a person are not looked at.", ForgetLeads),
        In<IMirrorStore>(
            "no-erasure",
            "Erasing leaves résumé and personal data.",
            call => call.Name == "EraseContactsAsync" ? Task.CompletedTask : null
        ),
        In<IDecisionStore>("finish-first", "Work is taken off the queue before its decisions are stored.", FinishFirst),
        In<IDecisionStore>("decide-again", "A decision has no key that is the same each time.", DecideAnew),
        In<IDecisionStore>("effects-later", "A decision is stored without its effects.", ForgetEffects),
        In<IWorkStore>("postponed-lost", "Work that could not be done now is taken off the queue.", ForgetPostponed),
        In<IAccountStore>("no-epoch", "A new activation takes the epoch of the one before it.", KeepEpoch),
        In<IAccountStore>("foreign-key", "An account is given the key of another.", TakeForeignKey),
        In<IResumeStore>("talkative", "A résumé is written to the log.", LogResumes),
    ];

    private static Bug In<T>(string name, string story, Planting planting) =>
        new(name, story) { Store = typeof(T), InStore = planting };

    private static Task? SaveInTwo(InterceptedCall call)
    {
        var isBoth = call.Name == "SaveAsync" && call.Get<ScanSave>(2).Work.Count > 0;
        return isBoth ? SaveAsync() : null;

        async Task SaveAsync()
        {
            var save = call.Get<ScanSave>(2);
            call.Set(2, save with { Work = [] });
            await (Task)call.Proceed()!; // It returns a task.
            await call.Silo.Get<IWorkStore>().AddAsync(call.Get<AccountKey>(0), save.Work, default);
        }
    }

    private static Task? ForgetLeads(InterceptedCall call)
    {
        return call.Name == "LoadPeopleAsync" ? LoadAsync() : null;

        async Task<IReadOnlyList<PersonSnapshot>> LoadAsync()
        {
            var people = await call.ProceedAsync<IReadOnlyList<PersonSnapshot>>();
            return [.. people.Select(p => p with { Leads = [] })];
        }
    }

    private static Task? FinishFirst(InterceptedCall call)
    {
        var isFinishing = call.Name == "CommitAsync" && call.Get<DecisionCommit>(1).Finished is not null;
        return isFinishing ? CommitAsync() : null;

        async Task<DecisionCommitResult> CommitAsync()
        {
            var commit = call.Get<DecisionCommit>(1);
            var work = call.Silo.Get<IWorkStore>();
            await work.CompleteAsync(call.Get<AccountKey>(0), commit.Finished!, default); // Asked above.
            return await call.ProceedAsync<DecisionCommitResult>();
        }
    }

    private static Task? DecideAnew(InterceptedCall call)
    {
        if (call.Name == "CommitAsync")
        {
            var commit = call.Get<DecisionCommit>(1);
            var number = call.Silo.World.Timeline.Executed;
            call.Set(1, commit with { Decisions = [.. commit.Decisions.Select(d => Anew(d, number))] });
        }

        return null;
    }

    private static DecidedEffects Anew(DecidedEffects decided, int number) =>
        decided with
        {
            Decision = decided.Decision with
            {
                DecisionId = $"{decided.Decision.DecisionId}-{number}",
                Generation = number,
            },
        };

    private static Task? ForgetEffects(InterceptedCall call)
    {
        if (call.Name == "CommitAsync")
        {
            var commit = call.Get<DecisionCommit>(1);
            call.Set(1, commit with { Decisions = [.. commit.Decisions.Select(d => d with { Effects = [] })] });
        }

        return null;
    }

    private static Task? ForgetPostponed(InterceptedCall call) =>
        call.Name == "PostponeAsync"
            ? call.Silo.Get<IWorkStore>().CompleteAsync(call.Get<AccountKey>(0), call.Get<WorkItem>(1), default)
            : null;

    private static Task? KeepEpoch(InterceptedCall call) =>
        call.Name == "TakeEpochAsync"
            ? call.Silo.World.Database.Connection.ExecuteScalarAsync<long>(
                "UPDATE account SET epoch = max(epoch, 1) WHERE name = @account RETURNING epoch",
                new { account = call.Get<AccountKey>(0).Name }
            )
            : null;

    private static Task? TakeForeignKey(InterceptedCall call) =>
        call.Name == "ReadApiKeyAsync" ? Task.FromResult<string?>(call.Silo.World.Sites[^1].Model.Key) : null;

    private static Task? LogResumes(InterceptedCall call)
    {
        return call.Name == "LoadAsync" ? LoadAsync() : null;

        async Task<IReadOnlyList<ResumeRecord>> LoadAsync()
        {
            var loaded = await call.ProceedAsync<IReadOnlyList<ResumeRecord>>();
            foreach (var resume in loaded)
            {
#pragma warning disable CA1848, CA2254 // The bug itself.
                call.Silo.World.Logs.LogDebug($"Loaded {resume.Text}");
#pragma warning restore CA1848, CA2254
            }

            return loaded;
        }
    }
}
