using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CiivSoft.Lab.Programs;

/// <summary>The Lever simulator as a process, driven through its administration.</summary>
internal sealed partial class LabSimulator : IDisposable
{
    public const string ApiKey = "lab-canary-5b1e0c7d";

    private readonly LabProcess _process;
    private readonly HttpClient _http;

    private LabSimulator(LabProcess process, Uri lever, string serviceUser)
    {
        _process = process;
        Lever = lever;
        ServiceUser = serviceUser;
        _http = new HttpClient { BaseAddress = new Uri(lever, "/_sim/") };
    }

    /// <summary>Base address of Lever's API.</summary>
    public Uri Lever { get; }

    public string ServiceUser { get; }

    public ProcessUse Use => _process.Use;

    /// <param name="folder">Where its log goes.</param>
    /// <param name="people">Opportunities of the generated world.</param>
    /// <param name="seed">Of the world.</param>
    /// <param name="rate">Requests a second that the key is permitted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<LabSimulator> StartAsync(
        string folder,
        int people,
        int seed,
        double rate,
        CancellationToken cancellationToken
    ) => StartAsync(folder, people, seed, rate, LabPlace.Here.Address, cancellationToken);

    /// <summary>The same at another of this machine's addresses.</summary>
    public static async Task<LabSimulator> StartAsync(
        string folder,
        int people,
        int seed,
        double rate,
        string address,
        CancellationToken cancellationToken
    )
    {
        var process = LabProcess.Start(
            "CiivSoft.LeverSimulator",
            [
                "--urls",
                $"http://{address}:0",
                "--world",
                string.Create(CultureInfo.InvariantCulture, $"generated:{people}"),
                "--seed",
                seed.ToString(CultureInfo.InvariantCulture),
                "--key",
                $"{ApiKey}=all",
                "--rate",
                rate.ToString(CultureInfo.InvariantCulture),
                "--open-administration",
            ],
            Path.Combine(folder, "simulator.log")
        );
        var greeting = await process.WaitForAsync(Greeting(), cancellationToken);
        return new LabSimulator(process, new Uri(greeting.Groups["address"].Value), greeting.Groups["user"].Value);
    }

    /// <summary>Calls the administration.</summary>
    public async Task<JsonNode> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"The simulator refused {path}: {text}");
    }

    /// <summary>Somebody acts in Lever. False when somebody else deleted before what is acted on.</summary>
    public async Task<bool> TryActAsync(object act, CancellationToken cancellationToken)
    {
        try
        {
            await PostAsync("act", act, cancellationToken);
            return true;
        }
        catch (InvalidOperationException refused)
            when (refused.Message.Contains("no such opportunity", StringComparison.Ordinal)
                || refused.Message.Contains("no such posting", StringComparison.Ordinal)
            )
        {
            return false;
        }
    }

    /// <summary>Made-up postings open and made-up people apply. Returns the changes, in order.</summary>
    public async Task<IReadOnlyList<JsonNode>> ArriveAsync(object arrivals, CancellationToken cancellationToken)
    {
        var done = await PostAsync("world/arrivals", arrivals, cancellationToken);
        return [.. done["data"]![0]!["effects"]!.AsArray().Select(e => e!)];
    }

    /// <summary>Requests so far, whatever was answered.</summary>
    public async Task<long> CountCallsAsync(CancellationToken cancellationToken) =>
        (await GetCallsAsync(cancellationToken)).Values.Sum();

    /// <summary>Requests so far by route, whatever was answered.</summary>
    public async Task<Dictionary<string, long>> GetCallsAsync(CancellationToken cancellationToken)
    {
        var routes = await _http.GetFromJsonAsync<JsonObject>("counts", cancellationToken);
        return routes!.ToDictionary(
            route => route.Key,
            route => route.Value!.AsObject().Sum(status => status.Value!.GetValue<long>()),
            StringComparer.Ordinal
        );
    }

    public async Task<JsonNode> GetStatusAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonNode>("status", cancellationToken)
        ?? throw new InvalidOperationException("The simulator's status is null.");

    /// <summary>The rows of a table of the world, faults and late visibility apart.</summary>
    public async Task<IReadOnlyList<JsonNode>> GetWorldAsync(string table, CancellationToken cancellationToken)
    {
        var text = await _http.GetStringAsync(new Uri("world/" + table, UriKind.Relative), cancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    /// <summary>Any opportunity of a contact.</summary>
    public async Task<string> FindOpportunityAsync(string contactId, CancellationToken cancellationToken)
    {
        var lines = await _http.GetStringAsync(new Uri("world/opportunities", UriKind.Relative), cancellationToken);
        return lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!["opportunity"]!)
            .First(o => o["contact"]!.GetValue<string>() == contactId)["id"]!.GetValue<string>();
    }

    /// <summary>Names and e-mail addresses of everybody in it.</summary>
    public async Task<IReadOnlyList<string>> GetPeopleAsync(CancellationToken cancellationToken)
    {
        var lines = await _http.GetStringAsync(new Uri("world/opportunities", UriKind.Relative), cancellationToken);
        return
        [
            .. lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!["opportunity"]!)
                .SelectMany(o =>
                    o["emails"]!.AsArray().Select(e => e!.GetValue<string>()).Append(o["name"]!.GetValue<string>())
                )
                .Distinct(),
        ];
    }

    /// <summary>The history after a number.</summary>
    public async Task<IReadOnlyList<JsonNode>> GetHistoryAsync(long after, CancellationToken cancellationToken)
    {
        var text = await _http.GetStringAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"history?after={after}"), UriKind.Relative),
            cancellationToken
        );
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex(
        "^Lever simulator: (?<address>\\S+) .*service user (?<user>[^)]+)\\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Greeting();
}
