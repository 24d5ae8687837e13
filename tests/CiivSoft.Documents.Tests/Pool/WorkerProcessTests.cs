using System.Diagnostics;
using CiivSoft.Documents.Pool;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Pool;

public sealed class WorkerProcessTests
{
    private static readonly byte[] Resume = PdfFile.OfPages(PdfFile.Resume).ToBytes();
    private static readonly DocumentReaderOptions Options = new() { Workers = 1, UseInstalledTools = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_worker_has_given_up_files_network_and_programs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The sandbox is Linux's.");
        using var worker = await WorkerProcess.StartAsync(Options, TimeProvider.System, Cancel);

        var status = await File.ReadAllLinesAsync($"/proc/{worker.Id}/status", Cancel);
        var limits = await File.ReadAllLinesAsync($"/proc/{worker.Id}/limits", Cancel);
        var environment = await File.ReadAllTextAsync($"/proc/{worker.Id}/environ", Cancel);

        // Mode 2 is a filter (proc(5)).
        status.ShouldContain("Seccomp:\t2");
        status.ShouldContain("NoNewPrivs:\t1");
        limits.ShouldContain(line => line.StartsWith("Max file size             0 ", StringComparison.Ordinal));
        limits.ShouldContain(line => line.StartsWith("Max data size             536870912 ", StringComparison.Ordinal));
        environment.ShouldNotContain("HOME=");
    }

    [Fact]
    public async Task A_worker_that_is_killed_says_nothing_about_the_document()
    {
        using var worker = await WorkerProcess.StartAsync(Options, TimeProvider.System, Cancel);
        using var process = Process.GetProcessById(worker.Id);
        process.Kill();
        await process.WaitForExitAsync(Cancel);

        (await worker.ReadAsync(Resume, "cv.pdf", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_that_wants_more_memory_than_it_may_have_is_quarantined_with_its_document()
    {
        var options = new DocumentReaderOptions
        {
            Workers = 1,
            UseInstalledTools = false,
            MemoryLimitBytes = 128 * 1024 * 1024,
        };
        using var pool = new DocumentReaderPool(options);
        var paragraphs = string.Concat(Enumerable.Repeat(ZipFile.Paragraph("x"), 300_000));

        var heavy = await pool.ReadAsync(ZipFile.Docx(paragraphs), "cv.docx", Cancel);
        var next = await pool.ReadAsync(Resume, "cv.pdf", Cancel);

        heavy.Verdict.ShouldBe(DocumentVerdict.Quarantined);
        heavy.Reason.OrEmptyText().ShouldContain("memory limit");
        next.Verdict.ShouldBe(DocumentVerdict.Parsed);
    }
}
