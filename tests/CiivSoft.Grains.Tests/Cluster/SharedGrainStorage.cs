using System.Collections.Concurrent;
using System.Text.Json;
using Orleans.Storage;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Grain state as JSON in this process, so that it outlives a killed silo; etags as every store has them.</summary>
internal sealed class SharedGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), (string ETag, string Json)> _states = new();
    private readonly ConcurrentDictionary<GrainId, bool> _failing = new();
    private readonly ConcurrentDictionary<GrainId, int> _writes = new();

    /// <summary>The next write of this grain fails.</summary>
    public void FailNextWriteOf(GrainId grain) => _failing[grain] = true;

    /// <summary>How often this grain's state was written.</summary>
    public int WritesOf(GrainId grain) => _writes.GetValueOrDefault(grain);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_states.TryGetValue((stateName, grainId), out var stored))
        {
            grainState.State = JsonSerializer.Deserialize<T>(stored.Json, JsonSerializerOptions.Web)!;
            grainState.ETag = stored.ETag;
            grainState.RecordExists = true;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_failing.TryRemove(grainId, out _))
        {
            throw new IOException("The state was not written.");
        }

        var next = (Guid.NewGuid().ToString(), JsonSerializer.Serialize(grainState.State, JsonSerializerOptions.Web));
        var key = (stateName, grainId);
        var isNew = grainState.ETag is null;
        var isWritten = isNew
            ? _states.TryAdd(key, next)
            : _states.TryGetValue(key, out var old) && old.ETag == grainState.ETag && _states.TryUpdate(key, next, old);
        if (!isWritten)
        {
            throw new InconsistentStateException("Somebody else wrote this state.");
        }

        _writes.AddOrUpdate(grainId, 1, (_, count) => count + 1);
        grainState.ETag = next.Item1;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _states.TryRemove((stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }
}
