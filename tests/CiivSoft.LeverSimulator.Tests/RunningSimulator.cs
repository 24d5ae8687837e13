using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.Keys;
using CiivSoft.LeverSimulator.World;
using CiivSoft.LeverSimulator.Worlds;
using Microsoft.AspNetCore.Builder;

namespace CiivSoft.LeverSimulator.Tests;

/// <summary>A simulator on a free port, asked over real HTTP.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    public const string User = WorldDefaults.ServiceUserId;
    public const string AllKey = "canary-all";
    public const string ArticleKey = "canary-article";
    public const string PlusKey = "canary-plus";

    private readonly WebApplication _application;
    private readonly HttpClient _client;

    private RunningSimulator(WebApplication application, Simulator simulator)
    {
        _application = application;
        Simulator = simulator;
        _client = new HttpClient { BaseAddress = new Uri(SimulatorProgram.AddressesOf(application).First()) };
    }

    public Simulator Simulator { get; }

    public Uri BaseAddress => _client.BaseAddress ?? throw new InvalidOperationException("The client has no address.");

    public static async Task<RunningSimulator> StartAsync(
        Func<SimulatorOptions, SimulatorOptions>? change = null,
        Func<AccountFrame, IWorldSource>? source = null
    )
    {
        var options = new SimulatorOptions
        {
            Rate = 0,
            Keys =
            [
                new KeyOption(AllKey, KeyProfiles.All, AllowsConfidential: true),
                new KeyOption(ArticleKey, KeyProfiles.ArticleExact, AllowsConfidential: false),
                new KeyOption(PlusKey, KeyProfiles.ArticlePlusCreateOpportunity, AllowsConfidential: false),
            ],
        };
        options = change?.Invoke(options) ?? options;
        var clock = new SimulatorClock(TimeProvider.System);
        var frame = WorldDefaults.CreateFrame(clock.Now, options.HasScreenedStage);
        var simulator = SimulatorHost.CreateSimulator(options, source?.Invoke(frame) ?? new EmptyWorld(frame), clock);
        var application = SimulatorHost.CreateApplication(simulator, "http://127.0.0.1:0");
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new RunningSimulator(application, simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    public Task<Reply> GetAsync(string path, string key = AllKey) =>
        SendAsync(HttpMethod.Get, path, content: null, key);

    public Task<Reply> PostAsync(string path, object body, string key = AllKey) =>
        SendAsync(HttpMethod.Post, path, Json(body), key);

    public Task<Reply> PutAsync(string path, object body, string key = AllKey) =>
        SendAsync(HttpMethod.Put, path, Json(body), key);

    public Task<Reply> DeleteAsync(string path, string key = AllKey) =>
        SendAsync(HttpMethod.Delete, path, content: null, key);

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, string? key = AllKey)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, bytes, response.Headers, response.Content.Headers);
    }

    /// <summary>Sends text as it is, whatever it claims to be.</summary>
    public async Task<Reply> SendRawAsync(string method, string path, string body, string contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await SendAsync(new HttpMethod(method), path, content);
    }

    /// <summary>An administration call that must succeed.</summary>
    public async Task<JsonElement> AdministerAsync(string path, object body)
    {
        var reply = await SendAsync(HttpMethod.Post, "/_sim/" + path, Json(body), key: null);
        reply.Status.ShouldBe(200, reply.Text);
        return reply.Json;
    }

    public async Task<List<JsonElement>> GetLinesAsync(string path)
    {
        var reply = await SendAsync(HttpMethod.Get, "/_sim/" + path, content: null, key: null);
        reply.Status.ShouldBe(200, reply.Text);
        return
        [
            .. reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)),
        ];
    }

    public async Task AddPostingAsync(string id, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })?.AsObject() ?? [];
        body["id"] = id;
        body["text"] ??= $"Title of {id}";
        await AdministerAsync("world/postings", body);
    }

    /// <summary>Somebody applies; gives the opportunity's id.</summary>
    public async Task<string> ApplyAsync(string posting, string name, long? createdAt = null)
    {
        var done = await AdministerAsync(
            "world/applications",
            new
            {
                posting,
                name,
                email = $"{name.Replace(' ', '.')}@example.com",
                createdAt,
            }
        );
        var effects = done.GetProperty("data")[0].GetProperty("effects").EnumerateArray();
        return effects.Last().GetProperty("opportunity").GetString() ?? "";
    }

    public async Task<JsonElement> GetOpportunityAsync(string id) =>
        (await GetAsync($"/v1/opportunities/{id}")).Json.GetProperty("data");

    /// <summary>A multipart form of fields and files.</summary>
    public static StringContent Form(params (string Name, string? FileName, string Text)[] parts)
    {
        const string Boundary = "----part----";
        var body = new StringBuilder();
        foreach (var (name, fileName, text) in parts)
        {
            var file = fileName is null ? "" : $"; filename=\"{fileName}\"\r\nContent-Type: application/octet-stream";
            var disposition = $"Content-Disposition: form-data; name=\"{name}\"{file}";
            body.Append("--")
                .Append(Boundary)
                .Append("\r\n")
                .Append(disposition)
                .Append("\r\n\r\n")
                .Append(text)
                .Append("\r\n");
        }

        var content = new StringContent(body.Append("--").Append(Boundary).Append("--\r\n").ToString());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary=\"{Boundary}\"");
        return content;
    }

    public static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}

internal sealed record Reply(int Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonElement.Parse(Bytes);

    public JsonElement Data => Json.GetProperty("data");

    public string? Code => Json.GetProperty("code").GetString();

    public string? Message => Json.GetProperty("message").GetString();

    public IEnumerable<string?> Ids => Data.EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
