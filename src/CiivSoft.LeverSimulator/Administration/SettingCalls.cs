using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Faults;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>Faults, clock and switches.</summary>
internal sealed class SettingCalls(Simulator simulator)
{
    public Answer GetStatus() => new() { Status = 200, WriteJson = WriteStatus };

    public Answer GetFaults()
    {
        var plan = simulator.Faults.Plan;
        return new Answer { Status = 200, WriteJson = json => WritePlan(json, plan) };
    }

    /// <summary>Replaces the plan: what is not named is off.</summary>
    public Answer SetFaults(BodyFields body)
    {
        var plan = new FaultPlan
        {
            LostRequests = ReadShare(body, "lostRequests"),
            LostAnswers = ReadShare(body, "lostAnswers"),
            LateCommits = ReadShare(body, "lateCommits"),
            LateCommitMaxMs = (int)ReadDelay(body, "lateCommitMaxMs", FaultPlan.None.LateCommitMaxMs),
            LateVisibilityMs = ReadDelay(body, "lateVisibilityMs", 0),
            Status5xx = ReadShare(body, "status5xx"),
            Status5xxAfterCommit = ReadShare(body, "status5xxAfterCommit"),
            Status429 = ReadShare(body, "status429"),
            Malformed = ReadShare(body, "malformed"),
            BrokenRecords = ReadShare(body, "brokenRecords"),
            SlowMs = (int)ReadDelay(body, "slowMs", 0),
            Routes = body.GetTexts("routes"),
        };
        simulator.Faults.Set(plan, (int?)body.GetNumber("seed"));
        simulator.World.LateVisibility = plan.LateVisibilityMs;
        return GetFaults();
    }

    public Answer ClearFaults()
    {
        simulator.Faults.Set(FaultPlan.None, seed: null);
        simulator.World.LateVisibility = 0;
        return GetFaults();
    }

    public Answer SetClock(BodyFields body)
    {
        if (body.GetNumber("now") is { } now)
        {
            simulator.World.Clock.Set(now);
        }

        if (body.GetNumber("advanceMs") is { } advance)
        {
            simulator.World.Clock.Advance(advance);
        }

        return GetStatus();
    }

    public Answer SetSettings(BodyFields body)
    {
        if (ReadShare(body, "rate", double.MaxValue) is var rate && body.Has("rate"))
        {
            simulator.Keys.SetRate(rate);
        }

        if (body.Has("latencyMs"))
        {
            simulator.Latency = TimeSpan.FromMilliseconds(ReadDelay(body, "latencyMs", 0));
        }

        simulator.World.NotesMoveUpdatedAt = body.GetFlag("notesMoveUpdatedAt") ?? simulator.World.NotesMoveUpdatedAt;
        simulator.SendsRetryAfter = body.GetFlag("retryAfter") ?? simulator.SendsRetryAfter;
        return GetStatus();
    }

    private static double ReadShare(BodyFields body, string name, double max = 1)
    {
        if (body.Get(name) is not { } value)
        {
            return 0;
        }

        return
            value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var share) && share >= 0 && share <= max
            ? share
            : throw body.Refuse($"{name} must be a number from 0 to {max}", name);
    }

    private static long ReadDelay(BodyFields body, string name, long otherwise)
    {
        var delay = body.GetNumber(name) ?? otherwise;
        return delay is >= 0 and <= int.MaxValue ? delay : throw body.Refuse($"{name} must be milliseconds", name);
    }

    private void WriteStatus(Utf8JsonWriter json)
    {
        var world = simulator.World;
        json.WriteStartObject();
        json.WriteNumber("now", world.Clock.Now);
        json.WriteNumber("realNow", world.Clock.RealNow);
        json.WriteNumber("opportunities", world.OpportunityCount);
        json.WriteNumber("contacts", world.ContactCount);
        json.WriteNumber("postings", world.Account.Postings.Count);
        json.WriteNumber("deletedOpportunities", world.GetDeleted().Count);
        json.WriteNumber("pendingLateCommits", simulator.PendingCommits);
        json.WriteNumber("unseenChanges", world.UnseenChanges);
        json.WriteString("serviceUser", WorldDefaults.ServiceUserId);
        json.WriteNumber("latencyMs", simulator.Latency.TotalMilliseconds);
        json.WriteBoolean("notesMoveUpdatedAt", world.NotesMoveUpdatedAt);
        json.WriteBoolean("retryAfter", simulator.SendsRetryAfter);
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, FaultPlan plan)
    {
        json.WriteStartObject();
        json.WriteNumber("lostRequests", plan.LostRequests);
        json.WriteNumber("lostAnswers", plan.LostAnswers);
        json.WriteNumber("lateCommits", plan.LateCommits);
        json.WriteNumber("lateCommitMaxMs", plan.LateCommitMaxMs);
        json.WriteNumber("lateVisibilityMs", plan.LateVisibilityMs);
        json.WriteNumber("status5xx", plan.Status5xx);
        json.WriteNumber("status5xxAfterCommit", plan.Status5xxAfterCommit);
        json.WriteNumber("status429", plan.Status429);
        json.WriteNumber("malformed", plan.Malformed);
        json.WriteNumber("brokenRecords", plan.BrokenRecords);
        json.WriteNumber("slowMs", plan.SlowMs);
        json.WriteTextsOf("routes", plan.Routes);
        json.WriteEndObject();
    }
}
