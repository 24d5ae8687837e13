using System.Diagnostics.Metrics;
using CiivSoft.Documents;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Silo.Telemetry;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CiivSoft.Silo.Tests.Telemetry;

/// <summary>Every instrument of ours, made as the product makes it.</summary>
internal static class Instruments
{
    // Opens no connection, and lives as long as its instruments.
    private static readonly ServiceProvider Storage = new ServiceCollection()
        .AddCiivSoftStorage(new StorageOptions { Postgres = "Host=127.0.0.1;Username=nobody", Keys = Key })
        .BuildServiceProvider();

    public static IReadOnlyList<Instrument> Ours { get; } = Collect();

    /// <summary>All names that Prometheus sees of them, those of a histogram's parts included.</summary>
    public static IReadOnlySet<string> PrometheusNames { get; } =
        Ours.SelectMany(i =>
                i is Histogram<double>
                    ? new[] { "_bucket", "_sum", "_count" }.Select(part => MetricNames.Of(i) + part)
                    : [MetricNames.Of(i)]
            )
            .ToHashSet(StringComparer.Ordinal);

    private static List<Instrument> Collect()
    {
        var found = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Name.StartsWith("ciivsoft.", StringComparison.Ordinal))
                {
                    lock (found)
                    {
                        found[instrument.Name] = instrument;
                    }
                }
            },
        };
        listener.Start();
        Storage.GetRequiredService<IAccountStore>();
        using var metrics = new GrainMetrics();
        using var calls = new GrainCallCounter();
        using var gauges = new AccountGauges(TimeProvider.System);
        using var documents = new DocumentReaderPool();
        using var lever = new LeverClientFactory(
            Options.Create(new LeverOptions()),
            TimeProvider.System,
            new Random(1),
            NullLoggerFactory.Instance
        );
        lock (found)
        {
            return [.. found.Values.OrderBy(i => i.Name, StringComparer.Ordinal)];
        }
    }

    private static string Key => "1:" + Convert.ToBase64String(new byte[32]);
}
