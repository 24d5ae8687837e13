using System.IO.Compression;
using System.Text.Json;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Tests;
using CiivSoft.Testing;

namespace CiivSoft.Matching.Notes;

/// <summary>Every sentence of a note rests on evidence.</summary>
public sealed class NoteTraceTests
{
    private const int RealPairs = 120;

    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    private static readonly NoteKind[] Kinds =
    [
        NoteKind.ArkiiveLead,
        NoteKind.ArkiiveRecommendation,
        NoteKind.FiilterScreened,
        NoteKind.FiilterNotAdvanced,
        NoteKind.RefiineLead,
        NoteKind.RefiineRecommendation,
    ];

    [Fact]
    public void Every_line_of_a_note_on_a_sample_rests_on_evidence()
    {
        var postings = SampleTexts.Postings.Values.ToList();
        foreach (var (title, text) in postings)
        {
            foreach (var resume in SampleTexts.Resumes.Values)
            {
                Check(new PostingSource(title, text), new PostingSource(postings[0].Title, postings[0].Text), resume);
            }
        }
    }

    [Fact]
    public void Every_line_of_a_note_on_real_texts_rests_on_evidence()
    {
        var folder = SharedData.Find("matching");
        Assert.SkipWhen(folder is null, SharedData.Missing);
        var jobs = Lines(Path.Combine(folder, "occupation", "jobs.dev.jsonl"))
            .Select(job => new PostingSource(Field(job, "title"), Field(job, "text")))
            .ToList();
        var resumes = Lines(Path.Combine(folder, "occupation", "resumes.dev.jsonl.gz"))
            .Select(r => Field(r, "text"))
            .ToList();
        var random = new Random(20_261_128);
        for (var i = 0; i < RealPairs; i++)
        {
            Check(jobs[random.Next(jobs.Count)], jobs[random.Next(jobs.Count)], resumes[random.Next(resumes.Count)]);
        }
    }

    [Fact]
    public void A_sentence_that_rests_on_nothing_is_found()
    {
        var facts = new NoteFacts
        {
            Kind = NoteKind.ArkiiveLead,
            PostingTitle = "Nurse",
            Reference = "CVS-TEST",
        };
        var note = NoteWriter
            .Write(facts)
            .Replace("\nRef", "\nA hard worker with a warm smile.\nRef", StringComparison.Ordinal);

        new NoteTrace(facts, "Nurse")
            .Untraced(note)
            .ShouldHaveSingleItem()
            .ShouldBe("A hard worker with a warm smile.");
    }

    private static void Check(PostingSource posting, PostingSource origin, string text)
    {
        var resume = Engine.ReadResume(new ResumeSource(text, PersonDetails.None));
        foreach (var kind in Kinds)
        {
            var facts = new NoteFacts
            {
                Kind = kind,
                PostingTitle = posting.Title,
                Reference = "CVS-TEST",
                Findings = Judge(posting),
                LatestJob = LatestJob.Of(resume),
                OriginTitle = origin.Title,
                OriginFindings = Judge(origin),
                IsPlaceUnknown = true,
                Cautions =
                [
                    .. LevelComparison.Of(posting.Title, resume.Roles) is { } level
                        ? [level.Sentence]
                        : Array.Empty<string>(),
                ],
            };
            var note = NoteWriter.Write(facts);

            new NoteTrace(facts, resume.Text).Untraced(note).ShouldBeEmpty(note);
        }

        IReadOnlyList<Finding> Judge(PostingSource source) =>
            EvidenceFinder.Judge(RequirementDrafter.Draft(source), resume.Text, resume.ScoredText);
    }

    private static string Field(JsonElement row, string name) =>
        row.TryGetProperty(name, out var field) ? field.GetString() ?? "" : "";

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<JsonElement>(line);
        }
    }
}
