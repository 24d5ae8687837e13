using System.Net;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Generation;
using CiivSoft.LeverSimulator.Hosting;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>The simulator's own interface under <c>/_sim</c>. Open to this machine only, unless the simulator is told otherwise; it needs no key.</summary>
internal sealed class AdministrationEndpoint(Simulator simulator)
{
    private readonly SettingCalls _settings = new(simulator);
    private readonly HistoryCalls _history = new(simulator);
    private readonly DumpCalls _dumps = new(simulator);
    private readonly SeedCalls _seeds = new(simulator);
    private readonly ArrivalCalls _arrivals = new(simulator);
    private readonly ActCalls _acts = new(simulator);
    private readonly KeyCalls _keys = new(simulator);

    public async Task HandleAsync(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        if (!simulator.HasOpenAdministration && remote is not null && !IPAddress.IsLoopback(remote))
        {
            var refusal = RefusedException.Forbidden("Administration is open to this machine only");
            await SendAsync(context, Answer.Refusal(refusal));
            return;
        }

        try
        {
            await HandleLocalAsync(context);
        }
        catch (RefusedException refusal)
        {
            await SendAsync(context, Answer.Refusal(refusal));
        }
    }

    private async Task HandleLocalAsync(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var query = new QueryValues(context.Request.QueryString.Value ?? "");
        switch (context.Request.Method, path)
        {
            case ("GET", ["history"]):
                await _history.SendAsync(context, query);
                break;
            case ("GET", ["world", .. var rest]):
                await _dumps.SendAsync(context, rest);
                break;
            case ("GET", _):
                await SendAsync(context, Read(path));
                break;
            default:
                var bodies = await ReadBodiesAsync(context);
                await SendAsync(context, Write(context.Request.Method, path, bodies));
                break;
        }
    }

    private Answer Read(string[] path) =>
        path switch
        {
            [] or ["status"] => _settings.GetStatus(),
            ["counts"] => _history.GetCounts(),
            ["keys"] => _keys.List(),
            ["faults"] => _settings.GetFaults(),
            ["permissions"] => _keys.ListPermissions(),
            _ => throw NotFound(),
        };

    private Answer Write(string method, string[] path, IReadOnlyList<BodyFields> bodies) =>
        (method, path) switch
        {
            ("POST", ["faults"]) => _settings.SetFaults(bodies[0]),
            ("DELETE", ["faults"]) => _settings.ClearFaults(),
            ("POST", ["clock"]) => _settings.SetClock(bodies[0]),
            ("POST", ["settings"]) => _settings.SetSettings(bodies[0]),
            ("POST", ["keys"]) => _keys.Change(bodies[0]),
            ("POST", ["act"]) => _acts.Perform(bodies),
            ("POST", ["world", "arrivals"]) => _arrivals.Add(bodies),
            ("POST", ["world", var table]) => _seeds.Add(table, bodies),
            _ => throw NotFound(),
        };

    // One object, or an array of them.
    private static async Task<IReadOnlyList<BodyFields>> ReadBodiesAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length == 0)
        {
            return [new BodyFields(RequestBody.Empty.GetFields(BodyKinds.None))];
        }

        try
        {
            var root = JsonElement.Parse(bytes.ToArray());
            var objects = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            return objects.Count > 0 && objects.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
                ?
                [
                    .. objects.Select(
                        (item, index) => new BodyFields(item, root.ValueKind == JsonValueKind.Array ? $"/{index}" : "")
                    ),
                ]
                : throw RefusedException.BadRequest("The body must be an object or an array of objects");
        }
        catch (JsonException exception)
        {
            throw RefusedException.BadRequest($"The body is not valid JSON: {exception.Message}");
        }
    }

    private static RefusedException NotFound() => RefusedException.NotFound("There is no such administration call");

    private static Task SendAsync(HttpContext context, Answer answer) =>
        AnswerSender.SendAsync(context.Response, answer, fault: null, context.RequestAborted);
}
