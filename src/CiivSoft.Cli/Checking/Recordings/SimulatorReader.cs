using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>Reads the simulator's history and world through its administration.</summary>
internal sealed class SimulatorReader(HttpClient http, Uri simulator)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public async Task<IReadOnlyList<LeverEvent>> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        var events = new List<LeverEvent>();
        await foreach (var line in LinesAsync("history", cancellationToken))
        {
            events.Add(
                JsonSerializer.Deserialize<LeverEvent>(line, Options)
                    ?? throw new JsonException("A line of the history is null.")
            );
        }

        return events;
    }

    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public async Task<LeverWorld> ReadWorldAsync(CancellationToken cancellationToken)
    {
        var status = await http.GetFromJsonAsync<StatusAnswer>(At("status"), Options, cancellationToken);
        var faults = await http.GetFromJsonAsync<FaultsAnswer>(At("faults"), Options, cancellationToken);
        // Lever's times are by the world's clock, which may have been set; the history's and ours are real.
        var clockAhead = (status?.Now ?? 0) - (status?.RealNow ?? 0);
        return new LeverWorld
        {
            Now = status?.RealNow ?? 0,
            LateVisibilityMs = faults?.LateVisibilityMs ?? 0,
            Opportunities = await ReadAsync(
                "world/opportunities",
                line => WorldJson.ReadOpportunity(line, clockAhead),
                cancellationToken
            ),
            Postings = await ReadAsync("world/postings", WorldJson.ReadPosting, cancellationToken),
            Stages = await ReadAsync("world/stages", WorldJson.ReadStage, cancellationToken),
            Deleted = await ReadIdsAsync("world/deleted", "opportunity", cancellationToken),
            Contacts = await ReadIdsAsync("world/contacts", "id", cancellationToken),
            Users = await ReadIdsAsync("world/users", "id", cancellationToken),
        };
    }

    /// <summary>The simulator's name of a key; null when it has no such key. Changes nothing.</summary>
    public async Task<string?> FindKeyAsync(string apiKey, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            At("keys"),
            new { action = "rights", key = apiKey },
            Options,
            cancellationToken
        );
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using var json = await JsonDocument.ParseAsync(
            await answer.Content.ReadAsStreamAsync(cancellationToken),
            cancellationToken: cancellationToken
        );
        return json.RootElement.GetProperty("data")[0].GetProperty("id").GetString();
    }

    private Uri At(string path) => new(simulator, "/_sim/" + path);

    private async Task<IReadOnlySet<string>> ReadIdsAsync(
        string path,
        string field,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(path, line => line.GetProperty(field).GetString() ?? "", cancellationToken)).ToHashSet(
            StringComparer.Ordinal
        );

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string path,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
    {
        var items = new List<T>();
        await foreach (var line in LinesAsync(path, cancellationToken))
        {
            using var json = JsonDocument.Parse(line);
            items.Add(read(json.RootElement));
        }

        return items;
    }

    private async IAsyncEnumerable<string> LinesAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var answer = await http.GetAsync(At(path), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private sealed record StatusAnswer(long Now, long RealNow);

    private sealed record FaultsAnswer(long LateVisibilityMs);
}
