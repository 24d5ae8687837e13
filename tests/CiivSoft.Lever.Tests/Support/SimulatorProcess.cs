using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>The Lever simulator as a program of its own, on a port that the system chose, with a generated world of 250 opportunities.</summary>
#pragma warning disable CA1515 // xunit makes it.
public sealed partial class SimulatorProcess : IAsyncLifetime
#pragma warning restore CA1515
{
    private readonly HttpClient _administration = new();
    private Process? _process;

    public Uri BaseUri { get; private set; } = new("http://127.0.0.1");

    public string ServiceUser { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CiivSoft.LeverSimulator.dll");
        string[] arguments = [program, "--urls", "http://127.0.0.1:0", "--world", "generated:250", "--rate", "0"];
        _process =
            Process.Start(
                new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true }
            ) ?? throw new InvalidOperationException("The simulator did not start.");
        var line = await _process.StandardOutput.ReadLineAsync() ?? "";
        var match = Greeting().Match(line);
        match.Success.ShouldBeTrue($"The simulator said: {line}");
        BaseUri = new Uri(match.Groups["address"].Value);
        ServiceUser = match.Groups["user"].Value;
    }

    public async ValueTask DisposeAsync()
    {
        _administration.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    /// <summary>Calls the administration, for example <c>act</c> with JSON.</summary>
    public async Task<JsonNode?> AdministerAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _administration.PostAsync(new Uri(BaseUri, $"/_sim/{path}"), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonNode.Parse(text);
    }

    /// <summary>How many requests have arrived under <c>/v1</c>.</summary>
    public async Task<int> CountRequestsAsync()
    {
        var history = await _administration.GetStringAsync(new Uri(BaseUri, "/_sim/history"));
        return history.Split('\n').Count(line => line.Contains("\"kind\":\"request\"", StringComparison.Ordinal));
    }

    [GeneratedRegex(
        "^Lever simulator: (?<address>\\S+) .*service user (?<user>[^)]+)\\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Greeting();
}
