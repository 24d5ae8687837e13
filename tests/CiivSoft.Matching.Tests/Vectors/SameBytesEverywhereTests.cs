using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

/// <summary>Runs one probe in processes of their own, with fewer and fewer processor features, and compares digests.</summary>
public sealed class SameBytesEverywhereTests
{
    private const string Output = "CIIVSOFT_PROBE_OUTPUT";

    [Fact]
    public async Task Vectors_and_searches_are_bit_identical_with_AVX512_AVX2_and_scalar_code()
    {
        var full = await ProbeAsync();
        var avx2 = await ProbeAsync("EnableAVX512", "EnableAVX512F");
        var vector128 = await ProbeAsync("EnableAVX512", "EnableAVX512F", "EnableAVX2", "EnableAVX");
        var scalar = await ProbeAsync("EnableHWIntrinsic");

        avx2.Features.ShouldNotContain("Avx512");
        vector128.Features.ShouldNotContain("Avx2");
        scalar.Features.ShouldBe("none");
        avx2.Digests.ShouldBe(full.Digests);
        vector128.Digests.ShouldBe(full.Digests);
        scalar.Digests.ShouldBe(full.Digests);
    }

    [Fact(Explicit = true)]
    public async Task Probe()
    {
        var path = Environment.GetEnvironmentVariable(Output);
        Assert.SkipWhen(path is null, $"Runs as a child process that has {Output}.");
        await File.WriteAllLinesAsync(
            path,
            [Features(), Digest(DocumentVectors()), Digest(SearchResults())],
            TestContext.Current.CancellationToken
        );
    }

    private static string Features() =>
        Avx512BW.IsSupported ? "Avx512"
        : Avx2.IsSupported ? "Avx2"
        : Vector128.IsHardwareAccelerated ? "Vector128"
        : "none";

    private static IEnumerable<byte[]> DocumentVectors()
    {
        var embedding = DomainEmbedding.Load();
        var random = new Random(17);
        string[] words = [.. "nurse ward sql c++ kitchen driver audit tax weld teach python lathe".Split(' ')];
        for (var document = 1; document <= 60; document++)
        {
            var text = string.Join(
                ' ',
                Enumerable.Range(0, document * 7).Select(_ => words[random.Next(words.Length)])
            );
            yield return MemoryMarshal.AsBytes(embedding.Embed(text).AsSpan()).ToArray();
        }
    }

    private static IEnumerable<byte[]> SearchResults()
    {
        var random = new Random(19);
        var vectors = Enumerable.Range(0, 600).ToDictionary(i => $"{i:D4}", _ => TestVectors.Crowded(random, 100));
        var shard = new VectorShard(100);
        foreach (var (id, vector) in vectors)
        {
            shard.Set(id, QuantizedVector.Quantize(vector));
        }
        foreach (var query in vectors.Values.Take(20))
        {
            foreach (var hit in shard.Search(QuantizedVector.Quantize(query), 50))
            {
                yield return Encoding.UTF8.GetBytes(hit.Id);
                yield return BitConverter.GetBytes(hit.Score);
                yield return BitConverter.GetBytes(Float32Dot.Of(query, vectors[hit.Id]));
            }
        }
    }

    private static string Digest(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async Task<(string Features, string[] Digests)> ProbeAsync(params string[] switchedOff)
    {
        var path = Path.GetTempFileName();
        var assembly = typeof(SameBytesEverywhereTests).Assembly.Location;
        var name = $"{typeof(SameBytesEverywhereTests).FullName}.{nameof(Probe)}";
        var start = new ProcessStartInfo("dotnet", [assembly, "--filter-method", name, "--explicit", "only"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment[Output] = path;
        foreach (var feature in switchedOff)
        {
            start.Environment[$"DOTNET_{feature}"] = "0";
        }
        using var process = Process.Start(start).ShouldNotBeNull();
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, printed);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        File.Delete(path);
        return (lines[0], lines[1..]);
    }
}
