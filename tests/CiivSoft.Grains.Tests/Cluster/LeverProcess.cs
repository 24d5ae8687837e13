using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>The Lever simulator as a program of its own, on a port that the system chose, with an empty account.</summary>
internal sealed partial class LeverProcess : IAsyncDisposable
{
    public const string AllRights = "key-all";
    public const string ArticleExact = "key-article";
    public const string ScreenedStageId = "5c4ee7ed-0c11-4f50-9f70-000000000101";

    private readonly HttpClient _http = new();
    private readonly Process _process;

    private LeverProcess(Process process, Uri address, string serviceUser)
    {
        _process = process;
        Address = address;
        ServiceUser = serviceUser;
    }

    public Uri Address { get; }

    public string ServiceUser { get; }

    public static async Task<LeverProcess> StartAsync(bool hasScreenedStage = true)
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CiivSoft.LeverSimulator.dll"),
            .. "--urls http://127.0.0.1:0 --world empty --rate 0".Split(' '),
            "--key",
            AllRights + "=all",
            "--key",
            ArticleExact + "=article-exact",
        ];
        if (!hasScreenedStage)
        {
            arguments.Add("--no-screened-stage");
        }

        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The simulator did not start.");
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        var match = Greeting().Match(line);
        match.Success.ShouldBeTrue($"The simulator said: {line}");
        return new LeverProcess(process, new Uri(match.Groups["address"].Value), match.Groups["user"].Value);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A posting that is open unless <paramref name="state"/> says otherwise.</summary>
    public Task PostAsync(string id, string title, string text, string state = "published") =>
        AdministerAsync(
            "world/postings",
            new
            {
                id,
                text = title,
                state,
                content = text,
                country = "GB",
            }
        );

    /// <summary>Somebody applies. Returns the opportunity's id; the contact's is found by <see cref="OpportunityAsync"/>.</summary>
    public async Task<string> ApplyAsync(string posting, string name, string? resume, string? email = null)
    {
        var id = Guid.NewGuid().ToString();
        var application = new JsonObject
        {
            ["id"] = id,
            ["posting"] = posting,
            ["name"] = name,
            ["email"] = email ?? $"{Guid.NewGuid():N}@example.com",
        };
        if (resume is not null)
        {
            application["resume"] = new JsonObject { ["name"] = "cv.txt", ["text"] = resume };
        }

        await AdministerAsync("world/applications", application);
        return id;
    }

    /// <summary>Somebody who was archived on a posting long ago. Returns the opportunity's id.</summary>
    public async Task<string> RememberAsync(string contact, string posting, string resume, params string[] emails)
    {
        var id = Guid.NewGuid().ToString();
        var then = DateTimeOffset.UtcNow.AddDays(-300).ToUnixTimeMilliseconds();
        await AdministerAsync(
            "world/people",
            new JsonObject
            {
                ["contact"] = contact,
                ["name"] = "Pat Example",
                ["emails"] = new JsonArray([.. emails.Select(e => (JsonNode)e)]),
                ["location"] = "Leeds, UK",
                ["opportunities"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = id,
                        ["posting"] = posting,
                        ["origin"] = "applied",
                        ["createdAt"] = then,
                        ["archived"] = new JsonObject { ["archivedAt"] = then + 1000 },
                        ["resume"] = new JsonObject { ["name"] = "cv.txt", ["text"] = resume },
                    }
                ),
            }
        );
        return id;
    }

    /// <summary>A lead as another installation makes it, with its note.</summary>
    public async Task ProposeAsync(string contact, string posting, string note, string source = "CiiVSOFT ARKiiVE")
    {
        var id = Guid.NewGuid().ToString();
        string[] sources = [source];
        await AdministerAsync(
            "world/opportunities",
            new
            {
                id,
                contact,
                posting,
                stage = "lead-new",
                sources,
            }
        );
        await ActAsync("note", id, new { value = note });
    }

    /// <summary>What a person does in Lever, for example <c>archive</c>.</summary>
    public Task ActAsync(string kind, string opportunity, object? more = null) =>
        AdministerAsync("act", Merge(new JsonObject { ["kind"] = kind, ["opportunity"] = opportunity }, more));

    public Task ActOnPostingAsync(string kind, string posting, object? more = null) =>
        AdministerAsync("act", Merge(new JsonObject { ["kind"] = kind, ["posting"] = posting }, more));

    public Task RightsAsync(string key, string action, object? more = null) =>
        AdministerAsync("keys", Merge(new JsonObject { ["key"] = key, ["action"] = action }, more));

    /// <summary>Moves Lever's clock on.</summary>
    public Task LaterAsync(TimeSpan by) => AdministerAsync("clock", new { advanceMs = by.TotalMilliseconds });

    /// <summary>Faults from now on; none when nothing is named.</summary>
    public Task FaultsAsync(object plan) => AdministerAsync("faults", plan);

    public async Task<LeverRecord> OpportunityAsync(string id) => (await DumpAsync("opportunities/" + id)).Single();

    public Task<List<LeverRecord>> OpportunitiesAsync() => DumpAsync("opportunities");

    /// <summary>Opportunities of our making on a posting.</summary>
    public async Task<List<LeverRecord>> LeadsAsync(string posting) =>
        [.. (await OpportunitiesAsync()).Where(o => o.PostingId == posting && o.IsOurs)];

    /// <summary>A recruiter sets a posting's tags.</summary>
    public async Task TagPostingAsync(string posting, params string[] tags)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(Address, $"/v1/postings/{posting}?perform_as={ServiceUser}")
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AllRights}:"))
        );
        request.Content = new StringContent(JsonSerializer.Serialize(new { tags }), Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>When each request arrived, by the real clock, that is no read and came with our key.</summary>
    public Task<List<DateTimeOffset>> WritesAsync() => TimesAsync(e => e["method"]!.ToString() != "GET");

    /// <summary>The same of each request of a route.</summary>
    public Task<List<DateTimeOffset>> TimesOfAsync(string route) => TimesAsync(e => e["route"]?.ToString() == route);

    private async Task<List<DateTimeOffset>> TimesAsync(Func<JsonNode, bool> counts)
    {
        var history = await _http.GetStringAsync(new Uri(Address, "/_sim/history"));
        return
        [
            .. Lines(history)
                .Where(e => e["kind"]!.ToString() == "request" && counts(e))
                .Select(e => DateTimeOffset.FromUnixTimeMilliseconds(e["receivedAtReal"]!.GetValue<long>())),
        ];
    }

    /// <summary>How many requests arrived that are no reads, whatever became of them.</summary>
    public async Task<int> CountWritesAsync()
    {
        var history = await _http.GetStringAsync(new Uri(Address, "/_sim/history"));
        return Lines(history).Count(e => e["kind"]!.ToString() == "request" && e["method"]!.ToString() != "GET");
    }

    /// <summary>How many requests were refused for a missing right.</summary>
    public async Task<int> CountRefusalsAsync()
    {
        var history = await _http.GetStringAsync(new Uri(Address, "/_sim/history"));
        return Lines(history).Count(e => e["status"]?.ToString() == "403");
    }

    public async Task<int> CountRequestsAsync(string route)
    {
        var history = await _http.GetStringAsync(new Uri(Address, "/_sim/history"));
        return Lines(history).Count(e => e["kind"]!.ToString() == "request" && e["route"]?.ToString() == route);
    }

    private async Task<List<LeverRecord>> DumpAsync(string what)
    {
        var text = await _http.GetStringAsync(new Uri(Address, "/_sim/world/" + what));
        return [.. Lines(text).Select(l => new LeverRecord(l))];
    }

    private async Task AdministerAsync(string path, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(Address, "/_sim/" + path), content);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static JsonObject Merge(JsonObject body, object? more)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    private static IEnumerable<JsonNode> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!);

    [GeneratedRegex(
        "^Lever simulator: (?<address>\\S+) .*service user (?<user>[^)]+)\\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Greeting();
}

/// <summary>An opportunity as it stands in the simulator, with its notes.</summary>
internal sealed class LeverRecord(JsonNode line)
{
    private readonly JsonNode _opportunity = line["opportunity"]!;

    public string Id => _opportunity["id"]!.ToString();

    public string ContactId => _opportunity["contact"]!.ToString();

    public string StageId => _opportunity["stage"]!.ToString();

    public bool IsArchived => _opportunity["archived"] is not null;

    public string? PostingId =>
        _opportunity["applications"]!.AsArray() is [var a, ..] ? a!["posting"]!.ToString() : null;

    public IReadOnlyList<string> Tags => Texts("tags");

    public bool IsOurs => Texts("sources").Any(s => s.StartsWith("CiiVSOFT", StringComparison.Ordinal));

    public IReadOnlyList<string> Notes =>
        [.. line["notes"]!.AsArray().Select(n => n!["fields"]!.AsArray()[0]!["value"]!.ToString())];

    private string[] Texts(string name) => [.. _opportunity[name]!.AsArray().Select(t => t!.ToString())];
}
