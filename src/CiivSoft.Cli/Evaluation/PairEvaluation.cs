using System.Text.Json;
using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Scores listed pairs. Profiles are held in memory, pairs and scores stream.</summary>
internal sealed class PairEvaluation(MatchingEngine engine, EvaluationFiles files, TextWriter log)
{
    private const int PairsAtOnce = 8192;
    private const int RowsAtOnce = 512;

    /// <summary>0 when every pair was scored; 1 when a file is missing or wrong, or a pair names what is in no file.</summary>
    public static async Task<int> RunAsync(
        Func<Task<MatchingEngine>> load,
        EvaluationFiles files,
        TextWriter log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await new PairEvaluation(await load(), files, log).RunAsync(cancellationToken);
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or UnauthorizedAccessException or EmbeddingException)
        {
            await log.WriteLineAsync(e.Message.AsMemory(), cancellationToken);
            return 1;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var postings = await ReadProfilesAsync(
            JsonLines.Read<JobRow>(files.Jobs),
            row => row.JobId,
            rows => engine.PrepareAsync(rows.Select(LabelledFeatures.SourceOf), [], cancellationToken),
            row => LabelledFeatures.ReadPosting(engine, row),
            cancellationToken
        );
        var resumes = await ReadProfilesAsync(
            JsonLines.Read<ResumeRow>(files.Resumes),
            row => row.ResumeId,
            rows => engine.PrepareAsync([], rows.Select(LabelledFeatures.SourceOf), cancellationToken),
            row => LabelledFeatures.ReadResume(engine, row),
            cancellationToken
        );
        await log.WriteLineAsync($"read {postings.Count} postings and {resumes.Count} résumés");
        var unknown = await WriteScoresAsync(postings, resumes, cancellationToken);
        if (files.Cuts is { } path)
        {
            await File.WriteAllTextAsync(path, CutsFor(postings.Count), cancellationToken);
        }

        if (unknown > 0)
        {
            await log.WriteLineAsync($"{unknown} pairs name a posting or résumé that is in no file; they scored 0");
        }

        return unknown == 0 ? 0 : 1;
    }

    /// <summary>The profiles by id; of rows with one id the last counts.</summary>
    private static async Task<Dictionary<string, TProfile>> ReadProfilesAsync<TRow, TProfile>(
        IEnumerable<TRow> rows,
        Func<TRow, string> idOf,
        Func<TRow[], ValueTask> prepare,
        Func<TRow, TProfile> read,
        CancellationToken cancellationToken
    )
    {
        var profiles = new Dictionary<string, TProfile>(StringComparer.Ordinal);
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            await prepare(chunk);
            var parallel = chunk
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .Select(row => (Id: idOf(row), Profile: read(row)));
            foreach (var (id, profile) in parallel)
            {
                profiles[id] = profile;
            }
        }

        return profiles;
    }

    private async Task<long> WriteScoresAsync(
        Dictionary<string, PostingProfile> postings,
        Dictionary<string, ResumeProfile> resumes,
        CancellationToken cancellationToken
    )
    {
        var unknown = 0L;
        await using var writer = new StreamWriter(files.Scores);
        foreach (var chunk in JsonLines.Read<PairRow>(files.Pairs).Chunk(PairsAtOnce))
        {
            var scores = chunk
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .Select(pair => ScoreOf(pair, postings, resumes))
                .ToArray();
            unknown += scores.LongCount(score => score is null);
            foreach (var (pair, score) in chunk.Zip(scores))
            {
                await writer.WriteLineAsync(LineOf(pair, score ?? 0).AsMemory(), cancellationToken);
            }
        }

        return unknown;
    }

    private double? ScoreOf(
        PairRow pair,
        Dictionary<string, PostingProfile> postings,
        Dictionary<string, ResumeProfile> resumes
    ) =>
        postings.TryGetValue(pair.JobId, out var posting) && resumes.TryGetValue(pair.ResumeId, out var resume)
            ? engine.Score(posting, resume).Value
            : null;

    private static string LineOf(PairRow pair, double score) =>
        $"{{\"job_id\":{JsonSerializer.Serialize(pair.JobId)},\"resume_id\":{JsonSerializer.Serialize(pair.ResumeId)},"
        + $"\"score\":{JsonSerializer.Serialize(score)}}}";

    private string CutsFor(int openPostings) =>
        JsonSerializer.Serialize(
            new
            {
                arkiive = engine.ArkiiveCut,
                fiilter = engine.FiilterCut,
                refiine = engine.RefiineCut(openPostings),
            }
        ) + "\n";
}
