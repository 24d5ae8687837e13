using System.Globalization;
using System.Runtime.InteropServices;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Faults;
using CiivSoft.LeverSimulator.History;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Takes requests under <c>/v1</c> from the wire, lets go wrong what shall go wrong, and writes the history.</summary>
internal sealed class LeverEndpoint(Simulator simulator, CancellationToken stopping)
{
    private const int MaxRecordedBody = 64 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        SetHeaders(context.Response.Headers);
        var request = await ReadAsync(context);
        var route = simulator.Api.Routes.Find(request.Method, request.Path)?.Route;
        var routeName = route is null ? null : $"{route.Method} {route.Template}";
        var fault = simulator.Faults.Roll(routeName, request.IsWrite);
        await DelayAsync(simulator.Latency + fault.Delay, context.RequestAborted);
        switch (fault.Name)
        {
            case FaultNames.LostRequest:
                Record(request, routeName, fault.Name, isAnswerLost: true);
                context.Abort();
                break;
            case FaultNames.LateCommit:
                var seq = Record(request, routeName, fault.Name, isAnswerLost: true);
                simulator.BeginCommit();
                context.Abort();
                _ = CommitLateAsync(request, seq, fault.Chance);
                break;
            case FaultNames.Status5xx:
                await RefuseAsync(context, request, routeName, fault.Name, CreateServerError(fault.Chance));
                break;
            case FaultNames.Status429:
                await RefuseAsync(
                    context,
                    request,
                    routeName,
                    fault.Name,
                    Answer.Refusal(RefusedException.TooManyRequests())
                );
                break;
            default:
                await PerformAsync(context, request, fault);
                break;
        }
    }

    private async Task PerformAsync(HttpContext context, LeverRequest request, Fault fault)
    {
        var isLost = fault.Name == FaultNames.LostAnswer;
        var error = fault.Name == FaultNames.Status5xxAfterCommit ? CreateServerError(fault.Chance) : null;
        var outcome = simulator.Api.Perform(
            request,
            outcome => Record(request, outcome, fault.Name, isLost, error?.Status ?? outcome.Answer.Status)
        );
        if (isLost)
        {
            context.Abort();
            return;
        }

        await SendAsync(context, error ?? outcome.Answer, fault);
    }

    private async Task CommitLateAsync(LeverRequest request, long seq, double chance)
    {
        try
        {
            var delay = TimeSpan.FromMilliseconds(simulator.Faults.Plan.LateCommitMaxMs * chance);
            await Task.Delay(delay, simulator.World.Clock.Real, stopping);
            simulator.Api.Perform(
                request,
                outcome =>
                {
                    var entry = Describe(request, outcome.Route, FaultNames.LateCommit, isAnswerLost: true);
                    simulator.History.Add(Describe(entry, outcome) with { Kind = "commit", Of = seq });
                }
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The simulator ends before the write is carried out.
        }
        finally
        {
            simulator.EndCommit();
        }
    }

    private async Task RefuseAsync(
        HttpContext context,
        LeverRequest request,
        string? route,
        string fault,
        Answer answer
    )
    {
        var entry = Describe(request, route, fault, isAnswerLost: false);
        simulator.History.Add(entry with { Status = answer.Status });
        await SendAsync(context, answer, fault: null);
    }

    private async Task SendAsync(HttpContext context, Answer answer, Fault? fault)
    {
        if (answer.Status == StatusCodes.Status429TooManyRequests && simulator.SendsRetryAfter)
        {
            context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        }

        await AnswerSender.SendAsync(context.Response, answer, fault, context.RequestAborted);
    }

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, simulator.World.Clock.Real, cancellationToken) : Task.CompletedTask;

    private async Task<LeverRequest> ReadAsync(HttpContext context)
    {
        var (received, receivedReal) = (simulator.World.Clock.Now, simulator.World.Clock.RealNow);
        var request = context.Request;
        var body = RequestBody.Empty;
        if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, context.RequestAborted);
            body = await RequestBody.ReadAsync(request.ContentType, bytes.ToArray(), context.RequestAborted);
        }

        return new LeverRequest(
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            request.Headers.Authorization.FirstOrDefault(),
            body,
            received,
            receivedReal
        );
    }

    private long Record(LeverRequest request, string? route, string fault, bool isAnswerLost) =>
        simulator.History.Add(Describe(request, route, fault, isAnswerLost));

    private void Record(LeverRequest request, Outcome outcome, string? fault, bool isAnswerLost, int status) =>
        simulator.History.Add(
            Describe(Describe(request, outcome.Route, fault, isAnswerLost), outcome) with
            {
                Status = status,
            }
        );

    private static HistoryEntry Describe(HistoryEntry entry, Outcome outcome) =>
        entry with
        {
            Key = outcome.KeyId,
            Status = outcome.Answer.Status,
            CommittedAt = outcome.CommittedAt,
            CommittedAtReal = outcome.CommittedAtReal,
            Effects = outcome.Effects,
        };

    private HistoryEntry Describe(LeverRequest request, string? route, string? fault, bool isAnswerLost) =>
        new()
        {
            Kind = "request",
            ReceivedAt = request.ReceivedAt,
            ReceivedAtReal = request.ReceivedAtReal,
            Key = simulator.Keys.Authenticate(request.Authorization)?.Id,
            Method = request.Method,
            Path = request.Path,
            Route = route,
            Query = request.Query,
            Body = RecordBody(request),
            Fault = fault,
            IsAnswerLost = isAnswerLost,
        };

    private static byte[]? RecordBody(LeverRequest request)
    {
        if (request.Body.Recorded is not { } body)
        {
            return null;
        }

        var json = JsonMarshal.GetRawUtf8Value(body);
        return json.Length <= MaxRecordedBody ? json.ToArray() : null;
    }

    private static Answer CreateServerError(double chance) =>
        (int)(chance * 3) switch
        {
            0 => Answer.Error(500, "InternalServerError", "Something went wrong"),
            1 => Answer.Error(502, "BadGateway", "Bad gateway"),
            _ => Answer.Error(503, "ServiceUnavailable", "Lever is down for maintenance"),
        };

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.Server = "lever-data-api";
        headers["x-lever-region"] = "global";
        headers["x-stream-path"] = "dapi";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.StrictTransportSecurity = "max-age=5184000; includeSubDomains";
    }
}
