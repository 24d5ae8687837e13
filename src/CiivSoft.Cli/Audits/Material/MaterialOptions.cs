using System.CommandLine;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Material;

/// <summary>How the command line says what an audit is run on.</summary>
internal sealed class MaterialOptions
{
    private readonly Argument<DirectoryInfo> _folder = new("folder")
    {
        Description =
            "A folder of jobs*.jsonl and resumes*.jsonl[.gz] files; without it and without files, built-in texts.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<FileInfo> _jobs = File("--jobs", "Postings: one {\"job_id\",\"title\"?,\"text\"} a line.");
    private readonly Option<FileInfo> _resumes = File("--resumes", "Résumés: one {\"resume_id\",\"text\"} a line.");

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_jobs);
        command.Add(_resumes);
    }

    /// <exception cref="CliException">The files do not go together or hold too little.</exception>
    public AuditMaterial Load(ParseResult parsed) =>
        (parsed.GetValue(_jobs), parsed.GetValue(_resumes), parsed.GetValue(_folder)) switch
        {
            ({ } jobs, { } resumes, _) => AuditMaterial.OfFiles(jobs.FullName, resumes.FullName),
            (null, null, { } folder) => AuditMaterial.OfFolder(folder),
            (null, null, null) => AuditMaterial.Made(),
            _ => throw new CliException(ExitCodes.NotDone, "--jobs and --resumes go together."),
        };

    /// <summary>The same choice as arguments for another process.</summary>
    public IReadOnlyList<string> Arguments(ParseResult parsed) =>
        (parsed.GetValue(_jobs), parsed.GetValue(_resumes), parsed.GetValue(_folder)) switch
        {
            ({ } jobs, { } resumes, _) => ["--jobs", jobs.FullName, "--resumes", resumes.FullName],
            (_, _, { } folder) => [folder.FullName],
            _ => [],
        };

    private static Option<FileInfo> File(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE" };
}
