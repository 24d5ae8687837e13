using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Embeddings;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using Spectre.Console;

namespace CiivSoft.Cli.Evaluation;

/// <summary><c>ciivsoft evaluate</c>: the product's scores for a list of pairs.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var jobs = File("--jobs", "Postings: one {\"job_id\",\"title\"?,\"text\"} a line, .jsonl or .jsonl.gz.");
        var resumes = File("--resumes", "Résumés: one {\"resume_id\",\"text\",\"name\"?} a line, .jsonl or .jsonl.gz.");
        var pairs = File("--pairs", "What to score: one {\"job_id\",\"resume_id\"} a line, .jsonl or .jsonl.gz.");
        var scores = File(
            "--scores",
            "The file to write: one {\"job_id\",\"resume_id\",\"score\"} for each pair, in order."
        );
        var cuts = new Option<string?>("--cuts")
        {
            Description = "The file to write the cuts to that apply with as many open postings as there are jobs.",
            HelpName = "FILE",
        };
        var embedding = EmbeddingOption.One();
        var policy = new Option<string?>("--policy")
        {
            Description = "Weights and cuts fitted for that embedding, instead of those that ship.",
            HelpName = "FILE",
        };
        var command = new CliCommand(
            "evaluate",
            "Scores pairs of postings and résumés as ARKiiVE, FiiLTER and REFiiNE do (0 to 1, calibrated).",
            "evaluate --jobs jobs.jsonl --resumes resumes.jsonl.gz --pairs pairs.jsonl --scores scores.jsonl"
        )
        {
            jobs,
            resumes,
            pairs,
            scores,
            cuts,
            embedding,
            policy,
        };
        command.Prints<EvaluationReport>();
        return command.Does(async call =>
        {
            var files = new EvaluationFiles(
                call.Parsed.GetRequiredValue(jobs),
                call.Parsed.GetRequiredValue(resumes),
                call.Parsed.GetRequiredValue(pairs),
                call.Parsed.GetRequiredValue(scores),
                call.Parsed.GetValue(cuts)
            );
            var settings = EmbeddingOption.Settings(call.Parsed.GetValue(embedding), call.Parsed.GetValue(policy));
            var evaluation = new PairEvaluation(
                await LoadAsync(settings, call.CancellationToken),
                files,
                call.Terminal.Error
            );
            var report = await evaluation.RunAsync(call.CancellationToken);
            call.Print(report, done => call.Terminal.Error.WriteLine($"scored {Counted.Of(done.Pairs, "pair")}"));
            return report.UnknownPairs == 0 ? ExitCodes.Done : ExitCodes.NotDone;
        });
    }

    private static async Task<MatchingEngine> LoadAsync(EmbeddingSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await EmbeddingLoader.LoadEngineAsync(settings, cancellationToken);
        }
        catch (EmbeddingException unusable)
        {
            throw new CliException(ExitCodes.NotDone, unusable.Message);
        }
    }

    private static Option<string> File(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };
}
