using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Integrity;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests.Readings;

/// <summary>
/// Everything that is read off a posting or a résumé and everything that a decision rests on, to the letter. A change of
/// the reading, the score or the words shows here as the lines that it changes; approve them when they are what was meant.
/// </summary>
public sealed class ReadingTests(LoadedEngine loaded) : IClassFixture<LoadedEngine>
{
    public static TheoryData<string> Postings => [.. ReadingSamples.Postings];

    public static TheoryData<string> Resumes => [.. ReadingSamples.Resumes];

    [Theory]
    [MemberData(nameof(Postings))]
    public void A_posting_is_read_as_approved(string name)
    {
        var source = ReadingSamples.Posting(name);
        var posting = loaded.Engine.ReadPosting(source);
        var list = RequirementDrafter.Draft(source);

        var told = new StringBuilder();
        told.AppendLine(Invariant($"title: {posting.Title}"));
        told.AppendLine(Invariant($"flaw: {posting.Flaw}, list of skills: {posting.IsSkillList}"));
        told.AppendLine(
            Invariant($"by law: {string.Join(", ", posting.Required.Select(credential => credential.Name))}")
        );
        told.AppendLine(Invariant($"vector: {Digest(posting.Vector.Span)}"));
        foreach (var item in list.Items)
        {
            told.AppendLine(Told(item));
            told.AppendLine(Invariant($"    “{posting.Text.Substring(item.SourceStart, item.SourceLength)}”"));
        }

        foreach (var refused in list.Refused)
        {
            told.AppendLine(
                Invariant(
                    $"refused, {refused.Attribute}: “{refused.Wording}” at {refused.SourceStart}; {refused.Alternative}"
                )
            );
        }

        Approve(told, $"posting.{name}");
    }

    [Theory]
    [MemberData(nameof(Resumes))]
    public void A_resume_is_read_as_approved(string name)
    {
        var resume = loaded.Engine.ReadResume(ReadingSamples.Resume(name));
        var facts = ResumeFactsReader.Read(resume.ScoredText);

        var told = new StringBuilder();
        told.AppendLine(Invariant($"flaw: {resume.Flaw}"));
        told.AppendLine(Invariant($"vector: {Digest(resume.Vector.Span)}"));
        told.AppendLine(Invariant($"latest job: {LatestJob.Of(resume)}"));
        Lines(told, "role", resume.Roles.Select(role => $"{role.Title} at {role.Start}, {role.Length}"));
        Lines(told, "section", facts.Sections.Select(section => $"{section}"));
        Lines(told, "education", facts.Education.Select(fact => $"{fact}"));
        Lines(told, "language", facts.Languages.Select(fact => $"{fact}"));
        Lines(told, "licence", facts.Licences.Select(fact => $"{fact}"));
        Lines(told, "skill", facts.Skills.Select(fact => $"{fact}"));
        Lines(told, "work", facts.Work.Select(period => $"{period}"));
        told.AppendLine(Invariant($"months of work: {facts.MonthsOfWork}"));
        told.AppendLine("scored text:");
        told.AppendLine(Visible(resume.ScoredText));

        Approve(told, $"resume.{name}");
    }

    [Theory]
    [MemberData(nameof(Resumes))]
    public void A_resume_is_judged_as_approved(string name)
    {
        var source = ReadingSamples.Resume(name);
        var resume = loaded.Engine.ReadResume(source);
        var judged = ReadingSamples.Postings.Select(posting => Judge(posting, resume)).ToList();

        var told = new StringBuilder();
        foreach (var one in judged)
        {
            told.AppendLine(Told(one.Name, one.Score));
        }

        var nearest = judged
            .Where(one => one.Score is MatchScore.Judgeable)
            .OrderByDescending(one => one.Score.Value)
            .Take(2)
            .ToList();
        foreach (var one in nearest)
        {
            told.AppendLine();
            Tell(told, one, resume);
        }

        if (nearest is [var first, var second])
        {
            told.AppendLine();
            told.AppendLine(Note(first, second, resume));
        }

        Approve(told, $"judged.{name}");
    }

    private Judged Judge(string name, ResumeProfile resume)
    {
        var source = ReadingSamples.Posting(name);
        var posting = loaded.Engine.ReadPosting(source);
        var flags = IntegrityCheck.Find(resume.ScoredText, $"{source.Title}\n{source.Text}");
        var findings = EvidenceFinder.Judge(
            RequirementDrafter.Draft(source),
            resume.Text,
            IntegrityCheck.WithoutBorrowed(resume.ScoredText, flags),
            related: RelatedJob.Of(posting, resume)
        );
        return new Judged(name, posting, loaded.Engine.Score(posting, resume), flags, findings);
    }

    private void Tell(StringBuilder told, Judged one, ResumeProfile resume)
    {
        told.AppendLine(Invariant($"== {one.Name}"));
        Lines(told, "flag", one.Flags.Select(flag => $"{flag}"));
        told.AppendLine(Invariant($"level: {LevelComparison.Of(one.Posting.Title, resume.Roles)?.Sentence}"));
        told.AppendLine(Invariant($"related: {RelatedJob.Of(one.Posting, resume)?.Role.Title}"));
        foreach (var finding in one.Findings)
        {
            var quote = finding.Quote is { } words ? $" “{words.Text}” at {words.Start}" : "";
            told.AppendLine(Invariant($"{finding.Judgement}: {finding.Requirement.Text}{quote}"));
        }

        var changes = ResultChanges.Find(loaded.Engine, one.Posting, resume, one.Findings, loaded.Engine.FiilterCut);
        Lines(
            told,
            "change",
            changes.Select(change => Invariant($"{change.Kind} {change.Score:F6}: {change.Sentence}"))
        );
    }

    private static string Note(Judged first, Judged second, ResumeProfile resume) =>
        NoteWriter.Write(
            new NoteFacts
            {
                Kind = NoteKind.RefiineLead,
                PostingTitle = first.Posting.Title,
                Reference = "CVS-7F3K9Q2M",
                Findings = first.Findings,
                LatestJob = LatestJob.Of(resume),
                OriginTitle = second.Posting.Title,
                OriginFindings = second.Findings,
                IsPlaceUnknown = true,
                IsRightToWorkUnknown = true,
            }
        );

    private static string Told(string posting, MatchScore score) =>
        score switch
        {
            MatchScore.Judgeable judged => Invariant($"{posting}: {judged.Value:F6} = ")
                + string.Join(' ', judged.Features.Select(feature => Invariant($"{feature.Name} {feature.Value:F6}")))
                + string.Concat(judged.MissingCredentials.Select(missing => $", without {missing}")),
            MatchScore.Unjudgeable unjudgeable => $"{posting}: {unjudgeable.Reason}",
            _ => throw new InvalidOperationException($"A score of another kind: {score.GetType()}."),
        };

    private static string Told(Requirement item)
    {
        var least = string.Concat(
            item.MinYears is { } years ? Invariant($", {years} years") : "",
            item.MinEducation is { } education ? $", {education}" : "",
            item.AcceptsEquivalent ? " or equivalent" : "",
            item.MinLanguage is { } language ? $", {language}" : ""
        );
        return Invariant(
            $"{item.Importance} {item.Kind} {item.Weight:F3}: {item.Text} [{string.Join(" | ", item.Terms)}]{least}"
        );
    }

    private static void Lines(StringBuilder told, string what, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            told.AppendLine(Invariant($"{what}: {line}"));
        }
    }

    // What was blanked out shows as its length.
    private static string Visible(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Replace(' ', '·').TrimEnd('·')));

    private static string Digest(ReadOnlySpan<float> vector) =>
        Convert.ToHexString(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector)))[..16];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Approve(StringBuilder told, string name) =>
        told.ToString().ShouldMatchApproved(config => config.NoDiff().SubFolder("Approved").WithDiscriminator(name));

    private sealed record Judged(
        string Name,
        PostingProfile Posting,
        MatchScore Score,
        IReadOnlyList<IntegrityFlag> Flags,
        IReadOnlyList<Finding> Findings
    );
}

/// <summary>The engine that ships, loaded once for all tests of a class, by the first of them.</summary>
public sealed class LoadedEngine
{
    private readonly Lazy<MatchingEngine> _engine = new(MatchingEngine.LoadDefault);

    /// <summary>Never changes.</summary>
    public MatchingEngine Engine => _engine.Value;
}
