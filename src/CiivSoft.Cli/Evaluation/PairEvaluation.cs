using System.Text.Json;
using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using Spectre.Console;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Scores listed pairs. Profiles are held in memory, pairs and scores stream.</summary>
internal sealed class PairEvaluation(MatchingEngine engine, EvaluationFiles files, IAnsiConsole log)
{
    private const int PairsAtOnce = 8192;
    private const int RowsAtOnce = 512;

    /// <exception cref="CliException">A file is missing or wrong.</exception>
    public async Task<EvaluationReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ScoreAsync(cancellationToken);
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or UnauthorizedAccessException or EmbeddingException)
        {
            throw new CliException(ExitCodes.NotDone, e.Message);
        }
    }

    private async Task<EvaluationReport> ScoreAsync(CancellationToken cancellationToken)
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
        log.WriteLine($"read {Counted.Of(postings.Count, "posting")} and {Counted.Of(resumes.Count, "résumé")}");
        var (pairs, unknown) = await WriteScoresAsync(postings, resumes, cancellationToken);
        if (files.Cuts is { } path)
        {
            await File.WriteAllTextAsync(path, CutsFor(postings.Count), cancellationToken);
        }

        if (unknown > 0)
        {
            log.WriteLine($"{unknown} pairs name a posting or résumé that is in no file; they scored 0");
        }

        return new EvaluationReport(postings.Count, resumes.Count, pairs, unknown);
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

    private async Task<(long Pairs, long Unknown)> WriteScoresAsync(
        Dictionary<string, PostingProfile> postings,
        Dictionary<string, ResumeProfile> resumes,
        CancellationToken cancellationToken
    )
    {
        var (all, unknown) = (0L, 0L);
        var progress = new ProgressLine(log, TimeProvider.System);
        await using var writer = new StreamWriter(files.Scores);
        foreach (var chunk in JsonLines.Read<PairRow>(files.Pairs).Chunk(PairsAtOnce))
        {
            var scores = chunk
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .Select(pair => ScoreOf(pair, postings, resumes))
                .ToArray();
            all += scores.Length;
            progress.Show($"scored {all} pairs so far");
            unknown += scores.LongCount(score => score is null);
            foreach (var (pair, score) in chunk.Zip(scores))
            {
                await writer.WriteLineAsync(LineOf(pair, score ?? 0).AsMemory(), cancellationToken);
            }
        }

        return (all, unknown);
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

/// <summary>What <c>ciivsoft evaluate</c> scored; the scores are in the file it wrote.</summary>
/// <param name="Postings">Postings read.</param>
/// <param name="Resumes">Résumés read.</param>
/// <param name="Pairs">Pairs scored.</param>
/// <param name="UnknownPairs">Pairs that name a posting or résumé that is in no file: they scored 0.</param>
internal sealed record EvaluationReport(int Postings, int Resumes, long Pairs, long UnknownPairs);
