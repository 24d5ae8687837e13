using System.Text;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Pool;

public sealed class DocumentReaderPoolTests(WorkerPool pool) : IClassFixture<WorkerPool>
{
    private static readonly byte[] Resume = PdfFile.OfPages(PdfFile.Resume).ToBytes();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_document_gives_the_same_reading()
    {
        var readings = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => pool.Reader.ReadAsync(Resume, "cv.pdf", Cancel))
        );

        readings.Select(reading => reading.Text).Distinct().ShouldHaveSingleItem().ShouldContain("intensive care");
        readings[0].Sha256.Length.ShouldBe(64);
        readings[0].Format.ShouldBe(DocumentFormat.Pdf);
    }

    [Fact]
    public async Task A_document_that_takes_too_long_is_quarantined_and_the_next_is_read()
    {
        using var hasty = new DocumentReaderPool(
            new DocumentReaderOptions
            {
                Workers = 1,
                TimeLimit = TimeSpan.FromMilliseconds(1),
                UseInstalledTools = false,
            }
        );
        using var patient = new DocumentReaderPool(
            new DocumentReaderOptions { Workers = 1, UseInstalledTools = false }
        );

        var late = await hasty.ReadAsync(Encoding.UTF8.GetBytes(new string('a', 20_000_000)), "cv.txt", Cancel);
        var next = await patient.ReadAsync(Resume, "cv.pdf", Cancel);

        late.Verdict.ShouldBe(DocumentVerdict.Quarantined);
        late.Reason.OrEmptyText().ShouldContain("time limit");
        next.IsParsed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_documents()
    {
        using var small = new DocumentReaderPool(
            new DocumentReaderOptions
            {
                Workers = 1,
                DocumentsPerWorker = 2,
                UseInstalledTools = false,
            }
        );

        for (var i = 0; i < 5; i++)
        {
            (await small.ReadAsync(Resume, "cv.pdf", Cancel)).Verdict.ShouldBe(DocumentVerdict.Parsed);
        }
    }

    [Fact]
    public async Task A_cancelled_read_has_no_verdict_and_the_pool_goes_on()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            pool.Reader.ReadAsync(Resume, "cv.pdf", cancelled.Token)
        );

        (await pool.Reader.ReadAsync(Resume, "cv.pdf", Cancel)).IsParsed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_worker_is_the_readers_fault_and_not_the_documents()
    {
        using var broken = new DocumentReaderPool(new DocumentReaderOptions { WorkerPath = "/nowhere/worker.dll" });

        var exception = await Should.ThrowAsync<DocumentReaderException>(() =>
            broken.ReadAsync(Resume, "cv.pdf", Cancel)
        );

        exception.Message.ShouldContain("not installed");
    }

    [Fact]
    public void Limits_are_checked()
    {
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new DocumentReaderPool(new DocumentReaderOptions { Workers = 0 })
        );
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new DocumentReaderPool(new DocumentReaderOptions { MemoryLimitBytes = 1 })
        );
    }
}

internal static class ReasonText
{
    public static string OrEmptyText(this string? text) => text ?? "";
}
