using System.CommandLine;
using System.Globalization;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Cli.Terminals;
using CiivSoft.Documents;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary><c>ciivsoft audit abuse</c>.</summary>
internal static class AbuseCommand
{
    private const int MaxPostings = 60;
    private const int MaxResumes = 400;
    private const int Seed = 20_261_133;

    public static Command Create()
    {
        var material = new MaterialOptions();
        var files = Number("--files", "Files with hidden text for each technique, and as many without.", 50);
        var cases = Number("--cases", "Résumés to stuff, to paste into and to speak to the program in.", 1_000);
        var command = new CliCommand(
            "abuse",
            "Tries to deceive the matching: hidden text, stuffing, a pasted posting, instructions; counts what it wins.",
            "audit abuse"
        );
        material.AddTo(command);
        command.Add(files);
        command.Add(cases);
        command.Prints<AuditReport>().EndsWith(ExitCodes.Broken);
        return command.Does(async call =>
        {
            var report = await RunAsync(
                material.Load(call.Parsed),
                Math.Max(1, call.Parsed.GetValue(files)),
                Math.Max(1, call.Parsed.GetValue(cases)),
                call.CancellationToken
            );
            return AuditOutput.Write(call, report);
        });
    }

    private static async Task<AuditReport> RunAsync(
        AuditMaterial material,
        int files,
        int count,
        CancellationToken cancellationToken
    )
    {
        var engine = MatchingEngine.LoadDefault();
        using var reader = new DocumentReaderPool();
        var cases = new CaseList(engine, material, MaxPostings, MaxResumes, new Chance(Seed));
        try
        {
            return new AuditReport(
                "abuse",
                material.Source,
                $"{engine.ModelVersion}, {engine.PolicyVersion}",
                [
                    await new HiddenTextAudit(engine, reader, material, files).RunAsync(cancellationToken),
                    .. cases.AreTelling
                        ?
                        [
                            new StuffingAudit(engine, cases, count).Run(cancellationToken),
                            new PasteAudit(engine, cases, count).Run(cancellationToken),
                        ]
                        : new[] { NothingToCopy },
                    new InjectionAudit(engine, cases, count).Run(cancellationToken),
                ]
            );
        }
        catch (DocumentReaderException broken)
        {
            throw new CliException(ExitCodes.Broken, $"Cannot read documents: {broken.Message}");
        }
    }

    private static AuditTable NothingToCopy =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Stuffing and pasting were not tried: no posting has {CaseList.MinPostingWords} words"
            ),
            []
        );

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
