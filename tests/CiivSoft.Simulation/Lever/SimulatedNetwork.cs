using System.Net;
using System.Net.Http.Headers;
using CiivSoft.Simulation.Silos;
using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Lever;

/// <summary>
/// The way to Lever: a request takes a while, may be lost, may be done although its answer is lost, may be done late, may be
/// answered with an error before or after it was done.
/// </summary>
internal sealed class SimulatedNetwork(SimulatedWorld world, SimulatedSilo silo) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        world.Timeline.CheckThread();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        if (!silo.IsAlive)
        {
            return answer.Task;
        }

        cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        var asked = LeverRequest.Of(request);
        Exchange(asked, answer);

        return answer.Task;
    }

    private void Exchange(LeverRequest asked, TaskCompletionSource<HttpResponseMessage> answer)
    {
        var site = world.Site(asked);
        var sentAt = world.Timeline.Now;
        var fate = world.Faults.OfRequest(asked.IsWrite);
        world.Trace.Add("send", $"{silo.Name} {asked.Line} {fate}");
        site.Sent(asked);
        var way = world.Faults.Way();
        switch (fate)
        {
            case RequestFate.NotSent:
                Back(way, () => answer.TrySetException(Broken(HttpRequestError.ConnectionError)));
                return;
            case RequestFate.Lost:
                return; // The client gives up by itself.
            case RequestFate.Refused:
                Back(way, () => answer.TrySetResult(Answer(LeverReply.Error(429, "TooManyRequests"))));
                return;
            case RequestFate.FailedBefore:
                Back(way, () => answer.TrySetResult(Answer(LeverReply.Error(503, "Unavailable"))));
                return;
            default:
                var late = fate == RequestFate.DoneLate ? world.Faults.Lateness() : TimeSpan.Zero;
                world.Timeline.After(way + late, () => Do(site, asked, sentAt, fate, answer));
                if (fate == RequestFate.DoneLate && world.Faults.CrashesBehindWrite())
                {
                    world.Timeline.After(world.Chance.Seconds(0, 3), () => world.Crash(silo));
                }

                if (fate == RequestFate.DoneLate && world.Chance.Is(0.5))
                {
                    Back(way * 2, () => answer.TrySetResult(Answer(LeverReply.Error(500, "InternalError"))));
                }

                return;
        }
    }

    private void Do(
        LeverSite site,
        LeverRequest asked,
        long sentAt,
        RequestFate fate,
        TaskCompletionSource<HttpResponseMessage> answer
    )
    {
        var reply = site.Api.Answer(asked, sentAt);
        world.Trace.Add("lever", $"{silo.Name} {asked.Line} {reply.Status}");
        var way = world.Faults.Way();
        switch (fate)
        {
            case RequestFate.DoneLate or RequestFate.AnswerLost:
                return;
            case RequestFate.ConnectionLost when asked.Method == "POST" && world.Bug is { RepeatsPosts: true }:
                Exchange(asked, answer);
                return;
            case RequestFate.ConnectionLost:
                Back(way, () => answer.TrySetException(Broken(HttpRequestError.ResponseEnded)));
                return;
            case RequestFate.FailedAfter:
                Back(way, () => answer.TrySetResult(Answer(LeverReply.Error(502, "BadGateway"))));
                return;
            case RequestFate.Garbled:
                Back(way, () => answer.TrySetResult(Answer(new LeverReply(200, "<html>"u8.ToArray()))));
                return;
            default:
                Back(way, () => answer.TrySetResult(Answer(reply)));
                return;
        }
    }

    private void Back(TimeSpan delay, Action action) => silo.Time.After(delay, action);

    private static HttpRequestException Broken(HttpRequestError error) => new(error, "The connection broke.");

    private static HttpResponseMessage Answer(LeverReply reply)
    {
        var content = new ByteArrayContent(reply.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = content };
    }
}

/// <summary>What becomes of a request.</summary>
internal enum RequestFate
{
    Answered,
    NotSent,
    Lost,
    Refused,
    FailedBefore,
    FailedAfter,
    ConnectionLost,
    AnswerLost,
    DoneLate,
    Garbled,
}
