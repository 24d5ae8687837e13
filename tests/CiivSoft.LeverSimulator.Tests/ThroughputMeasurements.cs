using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CiivSoft.LeverSimulator.Tests;

/// <summary>Figures, not tests: run with <c>--explicit only</c> on a Release build. They fail only when an answer is wrong.</summary>
public sealed class ThroughputMeasurements(ITestOutputHelper output)
{
    private const int Connections = 8;

    [Theory(Explicit = true)]
    [InlineData(1, 20_000)]
    [InlineData(10, 10_000)]
    [InlineData(100, 2_000)]
    public async Task Pages_of_opportunities(int limit, int requests)
    {
        await using var simulator = await StartAsync(people: 500);

        await MeasureAsync(
            string.Create(CultureInfo.InvariantCulture, $"GET /opportunities?limit={limit}"),
            requests,
            async _ => (await simulator.GetAsync($"/v1/opportunities?limit={limit}")).Status.ShouldBe(200)
        );
    }

    [Fact(Explicit = true)]
    public async Task Notes()
    {
        await using var simulator = await StartAsync(people: 500);
        var ids = (await simulator.GetAsync("/v1/opportunities")).Ids.ToList();

        await MeasureAsync(
            "POST note",
            20_000,
            async i =>
            {
                var path = $"/v1/opportunities/{ids[i % ids.Count]}/notes?perform_as={RunningSimulator.User}";
                (await simulator.PostAsync(path, new { value = new string('x', 600) })).Status.ShouldBe(201);
            }
        );
        simulator.Simulator.History.GetAfter(0, int.MaxValue).Count.ShouldBeGreaterThan(20_000);
    }

    private static async Task<RunningSimulator> StartAsync(int people)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var applicants = Enumerable
            .Range(0, people)
            .Select(i => new
            {
                posting = "p1",
                name = $"Person {i}",
                email = $"p{i}@example.com",
            });
        await simulator.AdministerAsync("world/applications", applicants.ToList());
        return simulator;
    }

    private async Task MeasureAsync(string name, int requests, Func<int, Task> ask)
    {
        await ask(0);
        var numbers = new ConcurrentQueue<int>(Enumerable.Range(0, requests));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async _ =>
                {
                    while (numbers.TryDequeue(out var number))
                    {
                        await ask(number);
                    }
                })
        );
        var perSecond = requests / Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {perSecond:F0}/s"));
    }
}
