using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Authentication;
using System.Text.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Keys;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Doctor;

/// <summary>Asks a silo, and the addresses of Lever that its accounts have, what the doctor wants to know. Reads only.</summary>
internal sealed class SiloVisit(Uri server, string? token)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<SiloFacts> AskAsync(CancellationToken cancellationToken)
    {
        using var http = HttpClients.Create(server);
        http.Timeout = Patience;
        try
        {
            using var live = await http.GetAsync(Path("health/live"), cancellationToken);
            var isSilo = live.IsSuccessStatusCode && await live.Content.ReadAsStringAsync(cancellationToken) == "live";
            var facts = new SiloFacts
            {
                IsThere = true,
                IsSilo = isSilo,
                Clock = live.Headers.Date,
            };
            return isSilo ? await AskMoreAsync(http, facts, cancellationToken) : facts;
        }
        catch (Exception failure) when (IsNoAnswer(failure, cancellationToken))
        {
            return new SiloFacts { Failure = Words(failure) };
        }
    }

    private async Task<SiloFacts> AskMoreAsync(HttpClient http, SiloFacts facts, CancellationToken cancellationToken)
    {
        using var ready = await http.GetAsync(Path("health/ready"), cancellationToken);
        facts = facts with { Ready = ready.StatusCode };
        if (token is null)
        {
            return facts;
        }

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(Path("api/accounts"), cancellationToken);
        facts = facts with { TokenAnswer = answer.StatusCode };
        if (!answer.IsSuccessStatusCode)
        {
            return facts;
        }

        var listed =
            await answer.Content.ReadFromJsonAsync<IReadOnlyList<ListedAccount>>(Terminal.Json, cancellationToken)
            ?? [];
        var keys = ReadAsync<IReadOnlyList<ListedKey>>(http, "api/keys", cancellationToken);
        var accounts = await Task.WhenAll(listed.Select(account => AskAsync(http, account, cancellationToken)));
        return facts with
        {
            KnowsAccounts = true,
            Keys = await keys ?? [],
            Accounts = [.. accounts.OfType<AccountFacts>()],
        };
    }

    private async Task<AccountFacts?> AskAsync(
        HttpClient http,
        ListedAccount account,
        CancellationToken cancellationToken
    )
    {
        var lever = AskLeverAsync(account.LeverUrl, cancellationToken);
        var path = $"api/accounts/{Uri.EscapeDataString(account.Name)}/status";
        var status = await ReadAsync<AccountStatus>(http, path, cancellationToken);
        var answer = await lever;
        return status is null ? null : new AccountFacts(account, status, answer);
    }

    private static async Task<LeverFacts> AskLeverAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = HttpClients.Create(new Uri(address.GetLeftPart(UriPartial.Authority)));
        http.Timeout = Patience;
        try
        {
            // A list of stages, without a key: whatever is Lever refuses it.
            using var answer = await http.GetAsync(
                new Uri($"{address.AbsoluteUri.TrimEnd('/')}/stages?limit=1"),
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            return new LeverFacts(answer.StatusCode, answer.Headers.Date, null, false);
        }
        catch (Exception failure) when (IsNoAnswer(failure, cancellationToken))
        {
            return new LeverFacts(null, null, Words(failure), failure.InnerException is AuthenticationException);
        }
    }

    private async Task<T?> ReadAsync<T>(HttpClient http, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await http.GetAsync(Path(path), cancellationToken);
        try
        {
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<T>(Terminal.Json, cancellationToken)
                : null;
        }
        catch (JsonException)
        {
            return null; // Not known then; a silo of another version answers otherwise.
        }
    }

    private Uri Path(string path) => new($"{server.AbsoluteUri.TrimEnd('/')}/{path}");

    private static bool IsNoAnswer(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException
        || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Words(Exception failure) =>
        failure is TaskCanceledException ? $"no answer within {Patience.TotalSeconds:F0} seconds"
        : failure.InnerException is AuthenticationException tls ? tls.Message
        : failure.Message;
}
