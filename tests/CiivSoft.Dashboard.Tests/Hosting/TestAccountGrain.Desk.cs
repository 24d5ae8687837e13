using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Abstractions.Undoing;

namespace CiivSoft.Dashboard.Tests.Hosting;

/// <content>Its desk: the decision, person and posting number 0 of a site stand in the report of its shadow run.</content>
public sealed partial class TestAccountGrain
{
    public Task<ShadowReport> GetShadowReportAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            new ShadowReport
            {
                Account = AccountKey.Parse(this.GetPrimaryKeyString()).Name,
                Mode = _mode,
                IsComplete = true,
                Fiilter = new ShadowApplications(3, 2, 1),
                Arkiive = new ShadowLeads(1, 1, 1),
                Refiine = new ShadowLeads(1, 0, 0),
                Actions = [new ShadowAction(Solution.Fiilter, "d0", "c0", "o0", "p0")],
                Examples = [new ShadowExample("d0", Solution.Fiilter, "match", 0.9, 0.5, "c0", "o0", "p0")],
            }
        );

    public Task<UndoList> ListUndoAsync(UndoScope scope, CancellationToken cancellationToken) =>
        UndoAsync(scope, cancellationToken);

    public Task<UndoList> PreviewUndoAsync(ImmutableArray<string> actionIds, CancellationToken cancellationToken) =>
        Task.FromResult(new UndoList([], HasMore: false));

    public Task<UndoList> UndoAsync(UndoScope scope, CancellationToken cancellationToken) =>
        scope == new UndoScope()
            ? throw new ArgumentException("Undo covers an action, a posting or a run.", nameof(scope))
            : Task.FromResult(new UndoList([], HasMore: false));

    public Task<RerunAnswer> RerunAsync(RerunRequest request, CancellationToken cancellationToken) =>
        request is { OpportunityId: null, PostingId: null }
            ? throw new ArgumentException("A rerun names an opportunity or a posting.", nameof(request))
            : Task.FromResult(new RerunAnswer([], RunsArkiive: false, []));

    public Task<int> RetryFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<int> GiveUpFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<Preflight> ProbeAsync(ConnectRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new Preflight(true, [], []));

    public Task<bool> EraseContactAsync(string contactId, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public Task<NoticeTest> TestNoticeAsync(NoticeChannel channel, CancellationToken cancellationToken) =>
        Task.FromResult(new NoticeTest(true, channel.ToString(), "The message was taken.", null));
}
