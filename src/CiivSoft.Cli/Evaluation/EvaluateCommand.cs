using System.CommandLine;
using CiivSoft.Embeddings;

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
        var command = new Command(
            "evaluate",
            "Scores pairs of postings and résumés as ARKiiVE, FiiLTER and REFiiNE do (0 to 1, calibrated).\n\n"
                + "Example: ciivsoft evaluate --jobs jobs.jsonl --resumes resumes.jsonl.gz --pairs pairs.jsonl --scores scores.jsonl"
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
        command.SetAction(
            (parsed, cancellationToken) =>
                PairEvaluation.RunAsync(
                    () =>
                        EmbeddingLoader.LoadEngineAsync(
                            EmbeddingOption.Settings(parsed.GetValue(embedding), parsed.GetValue(policy)),
                            cancellationToken
                        ),
                    new EvaluationFiles(
                        parsed.GetRequiredValue(jobs),
                        parsed.GetRequiredValue(resumes),
                        parsed.GetRequiredValue(pairs),
                        parsed.GetRequiredValue(scores),
                        parsed.GetValue(cuts)
                    ),
                    Console.Error,
                    cancellationToken
                )
        );
        return command;
    }

    private static Option<string> File(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };
}
