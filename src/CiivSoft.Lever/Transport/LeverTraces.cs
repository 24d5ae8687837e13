using System.Diagnostics;

namespace CiivSoft.Lever.Transport;

/// <summary>A span for each attempt of a call: method, route and status, never an address, since addresses carry ids and signatures.</summary>
internal static class LeverTraces
{
    private static readonly ActivitySource Source = new(LeverClientFactory.TraceName);

    public static Activity? Begin(LeverRoute route)
    {
        var span = Source.StartActivity(route.ToString(), ActivityKind.Client);
        span?.SetTag("http.request.method", route.Method.Method);
        span?.SetTag("url.template", route.Template);
        return span;
    }

    public static void End(this Activity? span, LeverAnswer answer)
    {
        if (span is null)
        {
            return;
        }

        if (answer.Status is { } status)
        {
            span.SetTag("http.response.status_code", status);
        }

        if (!answer.IsSuccess)
        {
            span.SetStatus(ActivityStatusCode.Error, answer.Status is null ? answer.Fault.ToString() : null);
        }
    }
}
