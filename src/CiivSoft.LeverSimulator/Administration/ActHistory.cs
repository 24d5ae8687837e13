using System.Runtime.InteropServices;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.History;
using CiivSoft.LeverSimulator.Hosting;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>Carries out acts one after the other, writes each into the history, and answers what they changed.</summary>
internal sealed class ActHistory(Simulator simulator)
{
    private const int MaxRecordedBody = 64 * 1024;

    /// <summary>Answers <c>{"data": [{"seq": …, "effects": […]}, …]}</c>. The first act that is refused ends it; those before it stand.</summary>
    public Answer Perform(string name, IReadOnlyList<BodyFields> bodies, Func<BodyFields, IReadOnlyList<Effect>> act)
    {
        var done = new List<(long Seq, IReadOnlyList<Effect> Effects)>();
        foreach (var body in bodies)
        {
            lock (simulator.World.Gate)
            {
                var effects = act(body);
                done.Add((simulator.History.Add(Describe(name, body, effects)), effects));
            }
        }

        return Answer.Data(json =>
            json.WriteItems(
                done,
                static (json, item) =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("seq", item.Seq);
                    json.WritePropertyName("effects");
                    json.WriteItems(item.Effects, HistoryJson.WriteEffect);
                    json.WriteEndObject();
                }
            )
        );
    }

    private HistoryEntry Describe(string name, BodyFields body, IReadOnlyList<Effect> effects)
    {
        var (now, real) = (simulator.World.Clock.Now, simulator.World.Clock.RealNow);
        var json = JsonMarshal.GetRawUtf8Value(body.Json);
        return new HistoryEntry
        {
            Kind = "act",
            ReceivedAt = now,
            ReceivedAtReal = real,
            CommittedAt = now,
            CommittedAtReal = real,
            Method = "POST",
            Path = name,
            Body = json.Length <= MaxRecordedBody ? json.ToArray() : null,
            Status = 200,
            Effects = effects,
        };
    }
}
