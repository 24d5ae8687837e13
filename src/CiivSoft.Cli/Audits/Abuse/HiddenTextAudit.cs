using CiivSoft.Cli.Audits.Abuse.Files;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Documents;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>
/// Hides words of a posting in files and reads them as the product reads files; the same files without them are the
/// measure for false alarms and for the score.
/// </summary>
internal sealed class HiddenTextAudit(
    IMatchingEngine engine,
    IDocumentReader reader,
    AuditMaterial material,
    int filesEach
)
{
    private const int Seed = 20_261_129;
    private const int MinTerms = 16;
    private const int MaxTerms = 50;

    public async Task<AuditTable> RunAsync(CancellationToken cancellationToken)
    {
        var read = new List<ReadTwin>();
        var cases = HidingPlace.All.SelectMany(
            (_, technique) => Enumerable.Range(0, filesEach).Select(i => (technique, i))
        );
        foreach (var chunk in cases.Chunk(4 * Environment.ProcessorCount))
        {
            read.AddRange(await Task.WhenAll(chunk.Select(c => ReadAsync(c.technique, c.i, cancellationToken))));
        }

        var lines = HidingPlace
            .All.Select(
                (place, technique) =>
                {
                    var mine = read.Where(twin => twin.Technique == technique).ToList();
                    return AuditLine.Of(
                        place.Name,
                        "found and left out",
                        new Share(mine.Count(twin => twin.IsFound), mine.Count)
                    );
                }
            )
            .ToList();
        var all = read.Count;
        lines.Add(
            AuditLine.Of("all techniques", "recall", new Share(read.Count(twin => twin.IsFound), all)).AtLeast(0.99)
        );
        lines.Add(
            AuditLine
                .Of("files without", "false alarms", new Share(read.Count(twin => twin.IsFalseAlarm), all))
                .AtMost(0.005)
        );
        lines.Add(
            AuditLine
                .Of(
                    "all techniques",
                    "score is the clean file's, bit for bit",
                    new Share(read.Count(twin => twin.IsSameScore), all)
                )
                .AtLeast(1)
        );
        return new AuditTable("Hidden text in PDF and DOCX", lines);
    }

    private async Task<ReadTwin> ReadAsync(int technique, int index, CancellationToken cancellationToken)
    {
        var chance = new Chance(Seed + (1_000 * technique) + index);
        var text = chance.Pick(material.Resumes);
        var posting = chance.Pick(material.Postings);
        var words = string.Join(' ', PostingTerms.Draw(posting, chance.Next(MinTerms, MaxTerms + 1), chance));
        var place = HidingPlace.All[technique];
        var isPdf = place.Docx is null || (place.Pdf is not null && index % 2 == 0);
        var name = isPdf ? "cv.pdf" : "cv.docx";
        var seed = chance.Next(int.MaxValue);
        var clean = await reader.ReadAsync(Write(isPdf, text, "", place, seed), name, cancellationToken);
        var stuffed = await reader.ReadAsync(Write(isPdf, text, words, place, seed), name, cancellationToken);
        var profile = engine.ReadPosting(new PostingSource(posting.Title, posting.Text));
        return new ReadTwin(
            technique,
            IsFound: HasHidden(stuffed) && stuffed.Text == clean.Text,
            IsFalseAlarm: HasHidden(clean),
            IsSameScore: clean.IsParsed && Score(clean).Equals(Score(stuffed))
        );

        double Score(DocumentReading reading) =>
            engine.Score(profile, engine.ReadResume(new ResumeSource(reading.Text, PersonDetails.None))).Value;
    }

    private static byte[] Write(bool isPdf, string text, string words, HidingPlace place, int seed)
    {
        var chance = new Chance(seed);
        if (isPdf)
        {
            var pdf = new PdfWriter(text);
            HonestLook.Decorate(pdf, chance);
            if (words.Length > 0)
            {
                place.Pdf?.Invoke(pdf, words, chance);
            }

            return pdf.ToBytes();
        }

        var docx = new DocxWriter(text);
        HonestLook.Decorate(docx, chance);
        if (words.Length > 0)
        {
            place.Docx?.Invoke(docx, words, chance);
        }

        return docx.ToBytes();
    }

    private static bool HasHidden(DocumentReading reading) =>
        reading.Warnings.Any(warning => warning.Kind == DocumentWarningKind.HiddenText);

    private sealed record ReadTwin(int Technique, bool IsFound, bool IsFalseAlarm, bool IsSameScore);
}
