using System.Collections.Immutable;
using CiivSoft.Abstractions.Keys;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Dashboard.Live;

/// <summary>Which of our grains are active where. Read at most every second and a half, however many look.</summary>
internal sealed partial class GrainBoard(IGrainFactory grains, TimeProvider clock, ILogger<GrainBoard> logger)
    : IDisposable
{
    /// <summary>Of a kind with more active grains than this, only the number is shown.</summary>
    public const int MaxListed = 2_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1.4);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly string[] Kinds = ["account", "posting", "candidate", "candidateindex"];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ActiveGrains? _last;

    /// <exception cref="TimeoutException">No silo answered in time.</exception>
    public async Task<ActiveGrains> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } known && clock.GetUtcNow() - known.At < Fresh)
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || clock.GetUtcNow() - _last.At >= Fresh)
            {
                _last = await ReadAsync().WaitAsync(Patience, clock, cancellationToken);
            }

            return _last;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<ActiveGrains> ReadAsync()
    {
        var at = clock.GetUtcNow();
        var management = grains.GetGrain<IManagementGrain>(0);
        var counts = (await management.GetSimpleGrainStatistics())
            .GroupBy(s => KindOf(s.GrainType), s => s.ActivationCount)
            .ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        var listed = Kinds.Where(k => counts.GetValueOrDefault(k) is > 0 and <= MaxListed).ToArray();
        var details = listed.Length == 0 ? [] : await management.GetDetailedGrainStatistics(null, null);
        var lines = details
            .Select(d => Line(d.GrainId, d.SiloAddress))
            .OfType<ActiveGrain>()
            .Where(l => listed.Contains(l.Kind))
            .OrderBy(l => l.Account, StringComparer.Ordinal)
            .ThenBy(l => l.Id, StringComparer.Ordinal);
        return new ActiveGrains(at, [.. Kinds.Select(k => new GrainCount(k, counts.GetValueOrDefault(k)))], [.. lines]);
    }

    private ActiveGrain? Line(GrainId grain, SiloAddress silo)
    {
        var kind = grain.Type.ToString() ?? "";
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            return null;
        }

        try
        {
            var key = grain.Key.ToString() ?? "";
            var (account, id) = kind switch
            {
                "account" => (AccountKey.Parse(key), ""),
                "posting" => (PostingKey.Parse(key).Account, PostingKey.Parse(key).PostingId),
                "candidate" => (CandidateKey.Parse(key).Account, CandidateKey.Parse(key).ContactId),
                _ => (IndexShardKey.Parse(key).Account, IndexShardKey.Parse(key).Shard.ToString("D2", null)),
            };
            return new ActiveGrain(kind, account.Name, id, silo.Endpoint.ToString());
        }
        catch (FormatException unknown)
        {
            LogKey(unknown, kind);
            return null;
        }
    }

    // The statistics name grains by their class or by their type, release by release.
    private static string KindOf(string grainType)
    {
        var name = grainType.Split(',')[0].Split('.')[^1];
        var plain = name.EndsWith("Grain", StringComparison.Ordinal) ? name[..^"Grain".Length] : name;
        return Kinds.FirstOrDefault(k => k.Equals(plain, StringComparison.OrdinalIgnoreCase)) ?? plain;
    }

    [LoggerMessage(LogLevel.Warning, "A grain of kind {Kind} has a key that is not known here")]
    private partial void LogKey(Exception failure, string kind);
}
