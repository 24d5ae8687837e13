using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Material;

/// <summary>What an audit is run on.</summary>
/// <param name="Postings">At least one.</param>
/// <param name="Resumes">Texts of résumés; at least two.</param>
/// <param name="Source">Where they are from, for the table's head.</param>
internal sealed record AuditMaterial(IReadOnlyList<AuditPosting> Postings, IReadOnlyList<string> Resumes, string Source)
{
    private const int MadeResumes = 840;
    private const int MinLength = 400;

    /// <summary>The built-in material, drawn the same each time.</summary>
    public static AuditMaterial Made()
    {
        var chance = new Chance(20_261);
        var resumes = Enumerable
            .Range(0, MadeResumes)
            .Select(i => MadeTexts.Resume(i % MadeOccupation.All.Count, chance))
            .ToArray();
        return new AuditMaterial(MadeTexts.Postings, resumes, "built-in postings and résumés");
    }

    /// <summary>Postings and résumés out of files as <c>ciivsoft evaluate</c> reads them.</summary>
    public static AuditMaterial OfFiles(string jobs, string resumes) =>
        Of(() => [jobs], () => [resumes], $"{Path.GetFileName(jobs)} and {Path.GetFileName(resumes)}");

    /// <summary>All <c>jobs*</c> and <c>resumes*</c> files (<c>.jsonl</c>, <c>.jsonl.gz</c>) in a folder and its subfolders.</summary>
    public static AuditMaterial OfFolder(DirectoryInfo folder) =>
        Of(() => FilesOf(folder, "jobs*"), () => FilesOf(folder, "resumes*"), folder.Name);

    private static AuditMaterial Of(Func<string[]> jobs, Func<string[]> resumes, string source)
    {
        try
        {
            var postings = jobs()
                .SelectMany(JsonLines.Read<JobRow>)
                .Where(row => (row.Title + row.Text).Length > 0)
                .Select(row => new AuditPosting(row.Title ?? "", row.Text ?? ""))
                .DistinctBy(posting => posting.Text)
                .ToArray();
            var texts = resumes()
                .SelectMany(JsonLines.Read<ResumeRow>)
                .Select(row => row.Text ?? "")
                .Where(text => text.Length >= MinLength)
                .Distinct()
                .ToArray();
            return postings.Length > 0 && texts.Length > 1
                ? new AuditMaterial(
                    postings,
                    texts,
                    $"{source} ({Counted.Of(postings.Length, "posting")}, {Counted.Of(texts.Length, "résumé")})"
                )
                : throw new CliException(
                    ExitCodes.Broken,
                    $"{source} holds no postings, or fewer than two résumés of {MinLength} characters.",
                    "Name files as 'ciivsoft evaluate' reads them, a folder of them, or nothing for the built-in texts."
                );
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Broken, trouble.Message);
        }
    }

    private static string[] FilesOf(DirectoryInfo folder, string pattern) =>
        [
            .. folder
                .EnumerateFiles(pattern, SearchOption.AllDirectories)
                .Select(file => file.FullName)
                .Where(name =>
                    name.EndsWith(".jsonl", StringComparison.Ordinal)
                    || name.EndsWith(".jsonl.gz", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
}
