using System.Collections.Concurrent;
using System.Diagnostics;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Cluster;

public sealed class TraceTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task One_trace_leads_from_the_scan_through_the_grains_to_the_note()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        var note = spans.Last(s => s.OperationName == "note" && Account(s) == account.Key.Name);
        var trace = spans.Where(s => s.TraceId == note.TraceId).ToDictionary(s => s.SpanId);
        var way = WayOf(note, trace);

        // What the grain decided is under its call; the note is under what was decided.
        way.ShouldBe([
            "scan",
            "work",
            "ICandidateGrain/ProcessAsync",
            "ICandidateGrain/ProcessAsync",
            "decide",
            "note",
        ]);
        trace.Values.ShouldContain(s => s.OperationName == "move");
        trace.Values.ShouldContain(s => s.OperationName == "GET opportunities");
        trace.Values.ShouldContain(s => s.OperationName == "POST opportunities/{id}/notes");
        trace.Values.Where(s => s.OperationName == "scan").ShouldHaveSingleItem();
        trace.Values.SelectMany(s => s.TagObjects).ShouldAllBe(t => !$"{t.Value}".Contains("Nina"));
        trace.Values.SelectMany(s => s.TagObjects).ShouldAllBe(t => !$"{t.Value}".Contains(LeverProcess.AllRights));
    }

    [Fact]
    public async Task Somebody_of_the_backlog_has_a_trace_of_their_own_that_is_linked_to_the_window_that_listed_them()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.RememberAsync("olga", "nurse", Samples.NurseResume);
        await account.ConnectAsync();

        var work = spans.First(s => s.OperationName == "work" && Account(s) == account.Key.Name);
        var windows = spans
            .Where(s => s.OperationName == "sync window" && Account(s) == account.Key.Name)
            .Select(s => s.TraceId)
            .ToList();

        work.ParentId.ShouldBeNull();
        windows.ShouldNotContain(work.TraceId);
        windows.ShouldContain(work.Links.ShouldHaveSingleItem().Context.TraceId);
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source =>
                source.Name.StartsWith("CiivSoft", StringComparison.Ordinal)
                || source.Name == "Microsoft.Orleans.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string? Account(Activity span) => span.GetTagItem("ciivsoft.account") as string;

    private static List<string> WayOf(Activity last, Dictionary<ActivitySpanId, Activity> trace)
    {
        var way = new List<string>();
        for (var span = last; span is not null; span = trace.GetValueOrDefault(span.ParentSpanId))
        {
            way.Insert(0, span.OperationName);
        }

        return way;
    }
}
