using System.Diagnostics;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching;
using Spectre.Console;

namespace CiivSoft.Cli.Audits.Determinism;

/// <summary>Runs <see cref="ScoredRun"/> in processes that differ in what the processor may do, and compares.</summary>
internal sealed class DeterminismAudit(AuditMaterial material, IReadOnlyList<string> materialArguments, int pairs)
{
    private const int BytesOfScore = 8;
    private const byte HasAvx512 = 2;

    private static readonly (string Name, string[] Off)[] Runs =
    [
        ("all that the processor has", []),
        ("the same in another order", []),
        ("without AVX-512", ["EnableAVX512", "EnableAVX512F"]),
        ("without AVX2", ["EnableAVX2"]),
        ("without any vector code", ["EnableHWIntrinsic"]),
    ];

    public async Task<AuditReport> RunAsync(IAnsiConsole progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-determinism-");
        try
        {
            var written = new List<byte[]>();
            for (var i = 0; i < Runs.Length; i++)
            {
                progress.WriteLine($"scoring {Runs[i].Name}");
                var file = Path.Combine(folder.FullName, $"run-{i}");
                await ScoreAsync(file, i, Runs[i].Off, cancellationToken);
                written.Add(await File.ReadAllBytesAsync(file, cancellationToken));
            }

            return Report(written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private AuditReport Report(List<byte[]> written)
    {
        var count = Math.Min(pairs, material.Postings.Count * material.Resumes.Count);
        var engine = MatchingEngine.LoadDefault();
        var first = written[0];
        var lines = written
            .Skip(1)
            .SelectMany(
                (run, i) =>
                    new[]
                    {
                        AuditLine
                            .Of(
                                Runs[i + 1].Name,
                                "scores that differ",
                                count,
                                Differences(first, run, 0, count),
                                AuditUnit.Count
                            )
                            .AtMost(0),
                        AuditLine
                            .Of(
                                Runs[i + 1].Name,
                                "bytes of vectors that differ",
                                first.Length - 1 - (count * BytesOfScore),
                                VectorDifferences(first, run, count),
                                AuditUnit.Count
                            )
                            .AtMost(0),
                    }
            )
            .ToList();
        var processor = (first[0] & HasAvx512) != 0 ? "a processor with AVX-512" : "a processor without AVX-512";
        return new AuditReport(
            "determinism",
            $"{material.Source}, on {processor}",
            $"{engine.ModelVersion}, {engine.PolicyVersion}",
            [new AuditTable($"Against the run with {Runs[0].Name}, each in its own shuffled order", lines)]
        );
    }

    private static int Differences(byte[] one, byte[] other, int first, int count) =>
        Enumerable.Range(first, count).Count(i => !At(one, i).SequenceEqual(At(other, i)));

    private static int VectorDifferences(byte[] one, byte[] other, int count)
    {
        var start = 1 + (count * BytesOfScore);
        return one.Length != other.Length
            ? Math.Abs(one.Length - other.Length)
            : Enumerable.Range(start, one.Length - start).Count(i => one[i] != other[i]);
    }

    private static ReadOnlySpan<byte> At(byte[] run, int pair) => run.AsSpan(1 + (pair * BytesOfScore), BytesOfScore);

    private async Task ScoreAsync(string file, int order, string[] switchedOff, CancellationToken cancellationToken)
    {
        var start = Self();
        foreach (
            var argument in (string[])
                [
                    "audit",
                    "determinism",
                    .. materialArguments,
                    "--pairs",
                    $"{pairs}",
                    "--write",
                    file,
                    "--order",
                    $"{order + 1}",
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var feature in switchedOff)
        {
            start.Environment[$"DOTNET_{feature}"] = "0";
        }

        using var process =
            Process.Start(start) ?? throw new CliException(ExitCodes.Broken, "No process could be started.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new CliException(ExitCodes.Broken, $"A run ended with {process.ExitCode}: {said.Trim()}");
        }
    }

    // This very program, however it was started: by its own name or by "dotnet".
    private static ProcessStartInfo Self()
    {
        var assembly = typeof(DeterminismAudit).Assembly.Location;
        var program = Environment.ProcessPath ?? "dotnet";
        var own = typeof(DeterminismAudit).Assembly.GetName().Name;
        var isHost = Path.GetFileName(program) is var name && (name == own || name == $"{own}.exe");
        return new ProcessStartInfo(isHost ? program : "dotnet", isHost ? [] : [assembly])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
    }
}
