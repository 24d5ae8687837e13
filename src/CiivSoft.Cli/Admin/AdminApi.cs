using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Replays;
using CiivSoft.Cli.Keys;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>A client of a silo's admin API. Whatever goes wrong by expectation is a <see cref="CliException"/>.</summary>
internal sealed partial class AdminApi : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private readonly HttpClient _http;

    public AdminApi(Uri server, string token)
    {
        Server = server;
        _http = HttpClients.Create(new Uri($"{server.AbsoluteUri.TrimEnd('/')}/api/"));
        _http.Timeout = Patience;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Server { get; }

    public void Dispose() => _http.Dispose();

    public Task<IReadOnlyList<ListedAccount>> ListAccountsAsync(CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ListedAccount>>("accounts", cancellationToken);

    /// <summary>A link to the dashboard that logs in once, within a quarter of an hour.</summary>
    public async Task<Uri> CreateLoginLinkAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "login-links");
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return (await ReadAsync<LoginLink>(answer, cancellationToken)).Url;
    }

    /// <summary>Connects; a key that Lever refuses is an answer too.</summary>
    public async Task<Preflight> ConnectAsync(string account, ConnectAsk ask, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"accounts/{Escape(account)}");
        request.Content = JsonContent.Create(ask, options: Terminal.Json);
        using var answer = await SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            await RequireSuccessAsync(answer, cancellationToken);
        }

        return await ReadAsync<Preflight>(answer, cancellationToken);
    }

    /// <summary>The state of an account that is connected.</summary>
    /// <exception cref="CliException">There is no such account.</exception>
    public async Task<AccountStatus> GetStatusAsync(string account, CancellationToken cancellationToken)
    {
        var status = await GetAsync<AccountStatus>($"accounts/{Escape(account)}/status", cancellationToken);
        return status.Connection == ConnectionStatus.None ? throw Unknown(account) : status;
    }

    public Task<IReadOnlyList<ListedPosting>> ListPostingsAsync(string account, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ListedPosting>>($"accounts/{Escape(account)}/postings", cancellationToken);

    public Task<IReadOnlyList<ListedRun>> ListRunsAsync(
        string account,
        string posting,
        CancellationToken cancellationToken
    ) =>
        GetAsync<IReadOnlyList<ListedRun>>(
            $"accounts/{Escape(account)}/postings/{Escape(posting)}/runs",
            cancellationToken
        );

    /// <summary>Decisions made after a time, oldest first, at most a thousand.</summary>
    public Task<IReadOnlyList<ExplainedDecision>> ListDecisionsAsync(
        string account,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        GetAsync<IReadOnlyList<ExplainedDecision>>(
            $"accounts/{Escape(account)}/decisions?since={Escape(since.ToString("O"))}",
            cancellationToken
        );

    public Task<OpportunityExplanation> ExplainAsync(
        string account,
        string opportunity,
        CancellationToken cancellationToken
    ) =>
        GetAsync<OpportunityExplanation>(
            $"accounts/{Escape(account)}/explain/{Escape(opportunity)}",
            cancellationToken
        );

    public Task<ReplayPage> ReplayAsync(string account, string? after, CancellationToken cancellationToken) =>
        GetAsync<ReplayPage>(
            $"accounts/{Escape(account)}/replay{(after is null ? "" : $"?after={Escape(after)}")}",
            cancellationToken
        );

    public Task ScanAsync(string account, CancellationToken cancellationToken) =>
        PostAsync(account, "scan", null, cancellationToken);

    public Task GoLiveAsync(string account, bool applyShadow, CancellationToken cancellationToken) =>
        PostAsync(account, "go-live", new { applyShadow }, cancellationToken);

    public Task PauseAsync(string account, PauseScope scope, CancellationToken cancellationToken) =>
        PostAsync(account, "pause", scope, cancellationToken);

    public Task ResumeAsync(string account, PauseScope scope, CancellationToken cancellationToken) =>
        PostAsync(account, "resume", scope, cancellationToken);

    public Task RunArkiiveAsync(string account, string posting, CancellationToken cancellationToken) =>
        PostAsync(account, $"postings/{Escape(posting)}/arkiive", null, cancellationToken);

    public Task<IReadOnlyList<ListedKey>> ListKeysAsync(CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ListedKey>>("keys", cancellationToken);

    public Task<KeyNumber> AddKeyAsync(CancellationToken cancellationToken) =>
        AskAsync<KeyNumber>(HttpMethod.Post, "keys", cancellationToken);

    public Task<KeyNumber> UseKeyAsync(int key, CancellationToken cancellationToken) =>
        AskAsync<KeyNumber>(
            HttpMethod.Post,
            string.Create(CultureInfo.InvariantCulture, $"keys/{key}/use"),
            cancellationToken
        );

    public Task<KeyNumber> RemoveKeyAsync(int key, CancellationToken cancellationToken) =>
        AskAsync<KeyNumber>(
            HttpMethod.Delete,
            string.Create(CultureInfo.InvariantCulture, $"keys/{key}"),
            cancellationToken
        );

    public async Task RemoveAsync(string account, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"accounts/{Escape(account)}");
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    public static CliException Unknown(string account) =>
        new(
            ExitCodes.NotFound,
            $"There is no account '{account}'.",
            "'ciivsoft accounts' lists those connected; 'ciivsoft connect' adds one."
        );

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        AskAsync<T>(HttpMethod.Get, path, cancellationToken);

    private async Task<T> AskAsync<T>(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return await ReadAsync<T>(answer, cancellationToken);
    }

    private async Task PostAsync(string account, string what, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"accounts/{Escape(account)}/{what}");
        request.Content = body is null ? null : JsonContent.Create(body, options: Terminal.Json);
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw NoAnswer("does not answer");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer($"gave no answer within {Patience.TotalSeconds:F0} seconds");
        }
    }

    private CliException NoAnswer(string what) =>
        new(
            ExitCodes.Unreachable,
            $"The silo at {Server.AbsoluteUri} {what}.",
            "Is it running? Name its address with --server URL or CIIVSOFT_SERVER."
        );

    private async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CliException(
                ExitCodes.NoAccess,
                $"The silo at {Server.AbsoluteUri} does not accept the token.",
                "The token is in the file admin-token of the silo's data folder: name the folder with --data DIR, or set CIIVSOFT_TOKEN."
            );
        }

        var problem = await ReadProblemAsync(answer, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound && problem?.Title is null)
        {
            throw NotASilo();
        }

        var exitCode = answer.StatusCode switch
        {
            HttpStatusCode.NotFound => ExitCodes.NotFound,
            < HttpStatusCode.InternalServerError => ExitCodes.Refused,
            _ => ExitCodes.NotDone,
        };
        throw new CliException(
            exitCode,
            problem?.Title ?? $"The silo at {Server.AbsoluteUri} answered {(int)answer.StatusCode}.",
            problem?.Detail ?? (exitCode == ExitCodes.NotDone ? "Its log says why." : null)
        );
    }

    private static async Task<Problem?> ReadProblemAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<Problem>(Terminal.Json, cancellationToken);
        }
        catch (JsonException)
        {
            return null; // Not every failure speaks JSON; the status is told then.
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Terminal.Json, cancellationToken) ?? throw NotASilo();
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw NotASilo();
        }
    }

    private CliException NotASilo() =>
        new(
            ExitCodes.Unreachable,
            $"What answers at {Server.AbsoluteUri} is not a silo of this version.",
            "Name the silo's address with --server URL or CIIVSOFT_SERVER."
        );

    private sealed record Problem(string? Title, string? Detail);
}
