using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CiivSoft.Lab.Programs;

/// <summary>A silo as a process, driven through its admin API; it can be killed and started again.</summary>
internal sealed class LabSilo : IDisposable
{
    public const string Account = "lab";

    // More than any answer takes; who is cut off does not answer at all.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, string> _environment;
    private readonly string _logFile;
    private readonly HttpClient _http;
    private LabProcess _process;
    private LabPlace _place;

    private LabSilo(
        LabProcess process,
        LabPlace place,
        Dictionary<string, string> environment,
        string logFile,
        HttpClient http
    )
    {
        _place = place;
        _process = process;
        _environment = environment;
        _logFile = logFile;
        _http = http;
    }

    public int ProcessId => _process.Id;

    /// <summary>Its endpoint for other silos, as an account's status names it.</summary>
    public string Endpoint => $"{_place.Address}:{_environment["CIIVSOFT__CLUSTER__SILOPORT"]}";

    /// <summary>Whether its process ended, by itself or not.</summary>
    public bool HasExited => _process.HasExited;

    public string LogFile => _logFile;

    /// <summary>Of the admin API.</summary>
    public string Token => _environment["CIIVSOFT__ADMINTOKEN"];

    /// <summary>Of dashboard and admin API.</summary>
    public Uri Address => _http.BaseAddress ?? throw new InvalidOperationException("The silo has no address.");

    /// <summary>A silo on SQLite.</summary>
    /// <param name="folder">Its data goes to <c>data</c> in it, its log to <c>logs</c>.</param>
    /// <param name="grace">How long unknown outcomes rest; null for the product's default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<LabSilo> StartAsync(string folder, TimeSpan? grace, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string> { ["CIIVSOFT__DATA"] = Path.Combine(folder, "data") };
        if (grace is { } rest)
        {
            settings["CIIVSOFT__EFFECTS__GRACE"] = rest.ToString("c", CultureInfo.InvariantCulture);
        }

        return StartAsync(folder, "silo", settings, cancellationToken);
    }

    /// <summary>A process of the silo's program with settings of its own; ports and token are picked here where they are not given.</summary>
    public static Task<LabSilo> StartAsync(
        string folder,
        string name,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken
    ) => StartAsync(folder, name, settings, LabPlace.Here, cancellationToken);

    /// <summary>The same somewhere else, or from another build.</summary>
    public static async Task<LabSilo> StartAsync(
        string folder,
        string name,
        IReadOnlyDictionary<string, string> settings,
        LabPlace place,
        CancellationToken cancellationToken
    )
    {
        var (http, silo, gateway) = (FreePort(), FreePort(), FreePort());
        var environment = new Dictionary<string, string>
        {
            ["CIIVSOFT__HTTP"] = $"http://{place.Address}:{http}",
            ["CIIVSOFT__CLUSTER__ADVERTISEDIP"] = place.Address,
            ["CIIVSOFT__ADMINTOKEN"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            ["CIIVSOFT__CLUSTER__SILOPORT"] = silo,
            ["CIIVSOFT__CLUSTER__GATEWAYPORT"] = gateway,
        };
        foreach (var (key, value) in settings)
        {
            environment[key] = value;
        }

        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        var logFile = Path.Combine(folder, "logs", name + ".log");
        var client = new HttpClient
        {
            BaseAddress = new Uri(environment["CIIVSOFT__HTTP"] + "/"),
            Timeout = AnswerWithin,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            environment["CIIVSOFT__ADMINTOKEN"]
        );
        var lab = new LabSilo(
            LabProcess.Start("CiivSoft.Silo", [], logFile, environment, place),
            place,
            environment,
            logFile,
            client
        );
        await lab.WaitUntilReadyAsync(cancellationToken);
        return lab;
    }

    /// <summary><c>kill -9</c>.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>The same without waiting for its end; for one that is dead already it is nothing.</summary>
    public void Crash()
    {
        if (!_process.HasExited)
        {
            LabProcess.Crash(_process.Id);
        }
    }

    /// <summary>Asks it to end, as a supervisor does, and returns its exit code.</summary>
    public Task<int> TerminateAsync(CancellationToken cancellationToken) => _process.TerminateAsync(cancellationToken);

    /// <summary>Freezes the process, as a machine that hangs does.</summary>
    public void Freeze() => _process.Freeze();

    public void Thaw() => _process.Thaw();

    /// <summary>What the health address answers; null when nobody does.</summary>
    public async Task<HttpStatusCode?> GetHealthAsync(string kind, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"health/{kind}", UriKind.Relative), cancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Starts it again on the same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        Launch(_place);
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <summary>Starts it again on the same data without waiting, as a supervisor does; from another build if the place says so.</summary>
    public void Launch(LabPlace? place = null)
    {
        _place = place ?? _place;
        _process.Dispose();
        _process = LabProcess.Start("CiivSoft.Silo", [], _logFile, _environment, _place);
    }

    /// <summary>Connects the account, live, and raises its rate.</summary>
    public Task ConnectAsync(LabSimulator lever, double rate, CancellationToken cancellationToken) =>
        ConnectAsync(Account, LabSimulator.ApiKey, lever, rate, cancellationToken);

    /// <summary>Connects an account by a key, live, and sets its rate.</summary>
    public async Task ConnectAsync(
        string account,
        string apiKey,
        LabSimulator lever,
        double rate,
        CancellationToken cancellationToken
    )
    {
        var body = new
        {
            leverUrl = lever.Lever,
            apiKey,
            serviceUser = lever.ServiceUser,
            mode = "live",
            scanEverySeconds = 300,
        };
        using var connected = await _http.PutAsJsonAsync($"api/accounts/{account}", body, cancellationToken);
        connected.EnsureSuccessStatusCode();
        var status = await GetAsync($"api/accounts/{account}/status", cancellationToken);
        var settings = status["settings"]!.AsObject();
        settings["callsPerSecond"] = rate;
        using var configured = await _http.PutAsJsonAsync(
            $"api/accounts/{account}/settings",
            settings,
            cancellationToken
        );
        configured.EnsureSuccessStatusCode();
    }

    public Task ScanAsync(CancellationToken cancellationToken) =>
        PostAsync($"api/accounts/{Account}/scan", new { }, cancellationToken);

    /// <summary>Calls the admin API.</summary>
    public async Task PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the silo's counters add up to since it started, by name and tags.</summary>
    public async Task<IReadOnlyDictionary<string, long>> GetCountersAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<Dictionary<string, long>>("api/counters", cancellationToken)
        ?? throw new InvalidOperationException("The silo's counters are null.");

    /// <summary>Whom ARKiiVE chose after a moment, as Lever's contacts, the first one first.</summary>
    public async Task<IReadOnlyList<string>> GetChosenAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var path =
            $"api/accounts/{Account}/decisions?solution=Arkiive&since={Uri.EscapeDataString(since.ToString("O"))}";
        var decisions = await _http.GetFromJsonAsync<JsonArray>(path, cancellationToken);
        return [.. decisions!.Select(d => d!["contactId"]!.GetValue<string>())];
    }

    /// <summary>Stops ARKiiVE's writes, or lets them go on.</summary>
    public async Task PauseArkiiveAsync(bool isPaused, CancellationToken cancellationToken)
    {
        var path = $"api/accounts/{Account}/{(isPaused ? "pause" : "resume")}";
        await PostAsync(path, new { solution = "Arkiive" }, cancellationToken);
    }

    /// <summary>What its process used so far, its document workers apart.</summary>
    public ProcessUse Use => _process.Use;

    public Task<JsonNode> GetStatusAsync(CancellationToken cancellationToken) =>
        GetAsync($"api/accounts/{Account}/status", cancellationToken);

    /// <summary>What the admin API answers.</summary>
    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonNode>(path, cancellationToken)
        ?? throw new InvalidOperationException($"The answer to {path} is null.");

    /// <summary>A link to the dashboard that logs in once.</summary>
    public async Task<Uri> CreateLoginLinkAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsync(new Uri("api/login-links", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var link = await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return new Uri(link!["url"]!.GetValue<string>());
    }

    /// <summary>What was decided, with evidence, effects and notes.</summary>
    public async Task<JsonNode> GetDecisionsAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonNode>($"api/accounts/{Account}/decisions", cancellationToken)
        ?? throw new InvalidOperationException("The decisions are null.");

    /// <summary>Scans, and waits until that scan is over and nothing is left to do.</summary>
    /// <exception cref="TimeoutException">Something is left after the time.</exception>
    public async Task ScanUntilIdleAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var before = (await GetStatusAsync(cancellationToken))["lastScan"]?["startedAt"]?.GetValue<string>();
        await ScanAsync(cancellationToken);
        await WaitUntilAsync(
            status =>
                status["isIdle"]!.GetValue<bool>()
                && status["lastScan"]?["startedAt"]?.GetValue<string>() is { } last
                && last != before,
            within,
            cancellationToken
        );
    }

    /// <summary>Does something as often as it takes until somebody answers.</summary>
    /// <exception cref="TimeoutException">Nobody did after the time.</exception>
    public static async Task UntilAsync(Func<Task> act, TimeSpan within, CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + within;
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception silent)
                when (IsSilence(silent, cancellationToken) && TimeProvider.System.GetUtcNow() < until)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Whether a call failed because nobody was there, or could not answer.</summary>
    public static bool IsSilence(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Asks for the status until it is as wanted; a silo that does not answer is asked again.</summary>
    /// <exception cref="TimeoutException">It is not after the time; the message is the last status.</exception>
    public async Task WaitUntilAsync(
        Func<JsonNode, bool> isWanted,
        TimeSpan within,
        CancellationToken cancellationToken
    )
    {
        var until = TimeProvider.System.GetUtcNow() + within;
        var last = "none";
        while (TimeProvider.System.GetUtcNow() < until)
        {
            try
            {
                var status = await GetStatusAsync(cancellationToken);
                if (isWanted(status))
                {
                    return;
                }

                last = status.ToJsonString();
            }
            catch (Exception silent) when (IsSilence(silent, cancellationToken))
            {
                last = "The silo does not answer.";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellationToken);
        }

        throw new TimeoutException($"After {within} the account is still busy: {last}");
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Dispose();
    }

    /// <summary>Waits until the silo says that it can work.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + ReadyWithin;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception silent) when (IsSilence(silent, cancellationToken))
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }

        throw new TimeoutException($"The silo is not ready after {ReadyWithin}; its log is {_logFile}.");
    }

    // Another program could take it before the silo does; a lab run then fails to start and is started again.
    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
