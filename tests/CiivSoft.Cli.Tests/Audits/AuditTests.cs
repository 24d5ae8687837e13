using CiivSoft.Cli.Audits.Abuse;
using CiivSoft.Cli.Audits.Abuse.Files;
using CiivSoft.Cli.Audits.Determinism;
using CiivSoft.Cli.Audits.Fairness;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Documents;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Tests.Audits;

/// <summary>The audits in small: their musts hold on the built-in texts, and they notice when one does not.</summary>
public sealed class AuditTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();
    private static readonly AuditMaterial Material = AuditMaterial.Made();

    [Fact]
    public void A_swap_of_the_person_changes_no_bit_and_nothing_leaks()
    {
        var report = new FairnessAudit(Engine, Material, pairs: 12).Run(TestContext.Current.CancellationToken);

        report.Broken.ShouldBeEmpty(string.Join('\n', report.Examples));
        report.IsPassed.ShouldBeTrue();
        report.Tables[0].Lines.Count(line => line.Measure == "bit-identical").ShouldBe(21);
    }

    [Fact]
    public void Stuffing_pasting_and_instructions_win_nothing_that_counts()
    {
        var cases = new CaseList(Engine, Material, 12, 110, new Chance(1));
        var cancel = TestContext.Current.CancellationToken;

        var tables = new[]
        {
            new StuffingAudit(Engine, cases, 60).Run(cancel),
            new PasteAudit(Engine, cases, 60).Run(cancel),
            new InjectionAudit(Engine, cases, 60).Run(cancel),
        };

        new AuditReport("abuse", "", "", tables).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hidden_text_is_found_in_files_of_every_technique()
    {
        var worker = new DocumentReaderOptions().WorkerPath;
        Assert.SkipUnless(File.Exists(worker), "The document worker is not beside the tests.");
        using var reader = new DocumentReaderPool();

        var table = await new HiddenTextAudit(Engine, reader, Material, 2).RunAsync(
            TestContext.Current.CancellationToken
        );

        table.Lines.Count.ShouldBe(HidingPlace.All.Count + 3);
        new AuditReport("abuse", "", "", [table]).Broken.ShouldBeEmpty();
    }

    [Fact]
    public void Two_orders_give_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-audit-test-");
        try
        {
            var small = Material with { Resumes = [.. Material.Resumes.Take(10)] };
            var runs = Enumerable
                .Range(1, 2)
                .Select(order =>
                {
                    var file = new FileInfo(Path.Combine(folder.FullName, $"{order}"));
                    new ScoredRun(Engine, small, 100).Write(file, order, TestContext.Current.CancellationToken);
                    return File.ReadAllBytes(file.FullName);
                })
                .ToList();

            runs[1].ShouldBe(runs[0]);
            runs[0].Length.ShouldBe(1 + (100 * 8) + ((12 + 10) * 4 * Engine.VectorDimensions));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_must_that_is_missed_fails_the_audit_and_a_star_does_not()
    {
        var missed = AuditLine.Of("x", "share", new Share(9, 10)).AtLeast(1);
        var star = missed with { Level = AuditLevel.Star };

        new AuditReport("a", "", "", [new AuditTable("", [missed])]).ExitCode.ShouldBe(1);
        new AuditReport("a", "", "", [new AuditTable("", [star])]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Intervals_are_those_of_Wilson()
    {
        var share = new Share(1, 100);

        share.Low.ShouldBe(0.0018, 0.0001);
        share.High.ShouldBe(0.0545, 0.0001);
        new Share(0, 0).High.ShouldBe(1);
    }
}
