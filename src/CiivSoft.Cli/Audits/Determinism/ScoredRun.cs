using System.Runtime.Intrinsics;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Cli.Audits.Determinism;

/// <summary>Scores a list of pairs in an order of its own and writes the bits in the order of the list.</summary>
internal sealed class ScoredRun(IMatchingEngine engine, AuditMaterial material, int pairs)
{
    private const int Seed = 20_261_134;

    /// <summary>A byte of what the processor offered (1: AVX2, 2: AVX-512), then 8 for each pair, then each vector's.</summary>
    public void Write(FileInfo file, int order, CancellationToken cancellationToken)
    {
        var chance = new Chance(order);
        var postings = Read(
            material.Postings,
            chance,
            posting => engine.ReadPosting(new PostingSource(posting.Title, posting.Text))
        );
        var resumes = Read(
            material.Resumes,
            chance,
            text => engine.ReadResume(new ResumeSource(text, PersonDetails.None))
        );
        var list = ListOf(postings.Length, resumes.Length);
        var bits = new long[list.Length];
        Parallel.ForEach(
            chance.Draw(Enumerable.Range(0, list.Length), list.Length),
            new ParallelOptions { CancellationToken = cancellationToken },
            i =>
                bits[i] = BitConverter.DoubleToInt64Bits(
                    engine.Score(postings[list[i].Posting], resumes[list[i].Resume]).Value
                )
        );
        WriteAll(file, bits, postings, resumes);
    }

    private (int Posting, int Resume)[] ListOf(int postings, int resumes) =>
        new Chance(Seed).Draw(Enumerable.Range(0, postings * resumes).Select(i => (i % postings, i / postings)), pairs);

    private static TProfile[] Read<TSource, TProfile>(
        IReadOnlyList<TSource> sources,
        Chance chance,
        Func<TSource, TProfile> read
    )
    {
        var profiles = new TProfile[sources.Count];
        Parallel.ForEach(
            chance.Draw(Enumerable.Range(0, sources.Count), sources.Count),
            i => profiles[i] = read(sources[i])
        );
        return profiles;
    }

    private static void WriteAll(FileInfo file, long[] bits, PostingProfile[] postings, ResumeProfile[] resumes)
    {
        using var stream = file.Create();
        using var writer = new BinaryWriter(stream);
        writer.Write((byte)((Vector256.IsHardwareAccelerated ? 1 : 0) + (Vector512.IsHardwareAccelerated ? 2 : 0)));
        foreach (var bit in bits)
        {
            writer.Write(bit);
        }

        foreach (
            var vector in postings.Select(posting => posting.Vector).Concat(resumes.Select(resume => resume.Vector))
        )
        {
            foreach (var number in vector.Span)
            {
                writer.Write(number);
            }
        }
    }
}
