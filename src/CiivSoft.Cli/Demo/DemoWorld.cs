using System.Net.Http.Json;
using System.Text.Json;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>The simulated company: its people's names, and what arrives while the demo runs.</summary>
internal sealed class DemoWorld : IDisposable
{
    /// <summary>A key of the simulator with the help article's rights and <c>Create an opportunity</c>. No secret.</summary>
    public const string ApiKey = "sim-article-plus-create-opportunity";

    /// <summary>The simulator's service user, the same in every world.</summary>
    public const string ServiceUser = "c11f50f7-5e1f-4c0d-8a11-000000000001";

    private readonly HttpClient _http;

    public DemoWorld(Uri address)
    {
        Address = address;
        _http = HttpClients.Create(address);
    }

    public Uri Address { get; }

    public Uri LeverUrl => new(Address, "v1");

    /// <summary>Everybody's name by contact.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListNamesAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "_sim/world/opportunities");
        using var answer = await SendAsync(request, cancellationToken);
        var lines = await answer.Content.ReadAsStringAsync(cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var opportunity = document.RootElement.GetProperty("opportunity");
            if (opportunity.GetProperty("contact").GetString() is { } contact)
            {
                names[contact] = opportunity.GetProperty("name").GetString() ?? "";
            }
        }

        return names;
    }

    /// <summary>Lets postings open and people apply; gives Lever's ids of what came.</summary>
    /// <param name="postings">How many open.</param>
    /// <param name="applications">How many people apply.</param>
    /// <param name="quality"><c>strong</c>, <c>partial</c> or <c>wrong</c>; null for a mixture.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Arrived> ArriveAsync(
        int postings,
        int applications,
        string? quality,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "_sim/world/arrivals");
        var wanted = new
        {
            postings,
            applications,
            quality,
        };
        request.Content = JsonContent.Create(wanted, options: Terminal.Json);
        using var answer = await SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<Answer>(Terminal.Json, cancellationToken);
        var effects = body?.Data.SelectMany(act => act.Effects).ToList() ?? [];
        return new Arrived(
            [.. effects.Where(e => e.Kind == "posting.created").Select(e => e.Posting).OfType<string>()],
            [.. effects.Where(e => e.Kind == "opportunity.created").Select(e => e.Opportunity).OfType<string>()]
        );
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _http.SendAsync(request, cancellationToken);
            return answer.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException failure)
        {
            throw new CliException(ExitCodes.Broken, $"The Lever simulator does not answer: {failure.Message}");
        }
    }

    private sealed record Answer(IReadOnlyList<Act> Data);

    private sealed record Act(IReadOnlyList<WorldEffect> Effects);

    private sealed record WorldEffect(string Kind, string? Posting, string? Opportunity);
}

/// <summary>Lever's ids of what came.</summary>
internal sealed record Arrived(IReadOnlyList<string> Postings, IReadOnlyList<string> Opportunities)
{
    public Arrived And(Arrived other) =>
        new([.. Postings, .. other.Postings], [.. Opportunities, .. other.Opportunities]);
}
