using System.Collections.Immutable;
using System.Net.Http.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>What an operator looks up and decides.</summary>
internal sealed partial class AdminApi
{
    public Task<UndoList> ListUndoAsync(string account, UndoScope scope, CancellationToken cancellationToken) =>
        SendAsync<UndoList>(account, "undo/list", scope, cancellationToken);

    public Task<UndoList> PreviewUndoAsync(
        string account,
        ImmutableArray<string> actionIds,
        CancellationToken cancellationToken
    ) => SendAsync<UndoList>(account, "undo/preview", actionIds, cancellationToken);

    public Task<UndoList> UndoAsync(string account, UndoScope scope, CancellationToken cancellationToken) =>
        SendAsync<UndoList>(account, "undo", scope, cancellationToken);

    public Task<IReadOnlyList<ListedUndoRun>> ListUndoRunsAsync(string account, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ListedUndoRun>>($"accounts/{Escape(account)}/undo/runs", cancellationToken);

    public Task<RerunAnswer> RerunAsync(string account, RerunRequest request, CancellationToken cancellationToken) =>
        SendAsync<RerunAnswer>(account, "rerun", request, cancellationToken);

    public Task<Preflight> PreflightAsync(string account, CancellationToken cancellationToken) =>
        GetAsync<Preflight>($"accounts/{Escape(account)}/preflight", cancellationToken);

    /// <summary>What a key may do; nothing is stored.</summary>
    public Task<Preflight> ProbeAsync(string account, ConnectAsk ask, CancellationToken cancellationToken) =>
        SendAsync<Preflight>(account, "probe", ask, cancellationToken);

    public Task<ShadowReportDocument> GetShadowReportAsync(string account, CancellationToken cancellationToken) =>
        GetAsync<ShadowReportDocument>($"accounts/{Escape(account)}/shadow-report", cancellationToken);

    /// <summary>Sends a test message.</summary>
    public Task<NoticeTest> TestNoticeAsync(
        string account,
        NoticeChannel channel,
        CancellationToken cancellationToken
    ) => SendAsync<NoticeTest>(account, "notify/test", new NoticeTestAsk(channel), cancellationToken);

    /// <summary>Does nothing where something is kept of a contact.</summary>
    /// <exception cref="CliException">Nothing is.</exception>
    public async Task RequireContactAsync(string account, string contact, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"accounts/{Escape(account)}/contacts/{Escape(contact)}"
        );
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    public Task EraseContactAsync(string account, string contact, CancellationToken cancellationToken) =>
        PostAsync(account, $"contacts/{Escape(contact)}/erase", null, cancellationToken);

    /// <summary>Copies the export to a stream as it comes, whatever its size.</summary>
    public async Task ExportAsync(string account, string? contact, Stream target, CancellationToken cancellationToken)
    {
        var query = contact is null ? "" : $"?contact={Escape(contact)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"accounts/{Escape(account)}/export{query}");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        await answer.Content.CopyToAsync(target, cancellationToken);
    }

    private async Task<T> SendAsync<T>(string account, string what, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"accounts/{Escape(account)}/{what}");
        request.Content = JsonContent.Create(body, body.GetType(), options: Terminal.Json);
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return await ReadAsync<T>(answer, cancellationToken);
    }
}
