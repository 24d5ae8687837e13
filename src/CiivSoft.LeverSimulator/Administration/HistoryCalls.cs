using System.Buffers;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.History;
using CiivSoft.LeverSimulator.Hosting;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>The history as lines of JSON, and its counts.</summary>
internal sealed class HistoryCalls(Simulator simulator)
{
    private const int Batch = 256;

    /// <summary>Query: <c>after</c>, the last number known (default 0); <c>limit</c>, how many lines at most (default all).</summary>
    public async Task SendAsync(HttpContext context, QueryValues query)
    {
        var after = query.GetTime("after") ?? 0;
        var remaining = query.GetTime("limit") ?? long.MaxValue;
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var buffer = new ArrayBufferWriter<byte>(Batch * 512);
        while (remaining > 0)
        {
            var entries = simulator.History.GetAfter(after, (int)Math.Min(Batch, remaining));
            if (entries.Count == 0)
            {
                break;
            }

            foreach (var entry in entries)
            {
                JsonLines.Write(buffer, json => HistoryJson.Write(json, entry));
            }

            await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
            buffer.ResetWrittenCount();
            after = entries[^1].Seq;
            remaining -= entries.Count;
        }
    }

    /// <summary><c>{"POST /opportunities": {"201": 12, "503": 1}, …}</c>.</summary>
    public Answer GetCounts()
    {
        var counts = simulator.History.GetCounts();
        return new Answer
        {
            Status = 200,
            WriteJson = json =>
            {
                json.WriteStartObject();
                foreach (var (route, statuses) in counts.OrderBy(count => count.Key, StringComparer.Ordinal))
                {
                    json.WriteStartObject(route);
                    foreach (var (status, count) in statuses)
                    {
                        json.WriteNumber(status.ToString(System.Globalization.CultureInfo.InvariantCulture), count);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndObject();
            },
        };
    }
}
