using System.Text.RegularExpressions;
using CiivSoft.Abstractions;
using CiivSoft.Documents;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Undoing;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Integrity;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using static CiivSoft.Matching.Notes.SampleFindings;

namespace CiivSoft.Silo.Tests.Docs;

/// <summary>What recruiters are told of notes is what the product writes, word for word.</summary>
public sealed partial class NotesPageTests
{
    private const string Reference = "CVS-7F3K9Q2MT4W8X5BC";

    private static readonly string Page = Repository.Read("docs", "reference", "notes-in-lever.md");

    [Fact]
    public void The_page_shows_every_kind_of_note_as_it_is_written_and_no_other()
    {
        var written = Enum.GetValues<NoteKind>()
            .Select(kind => NoteWriter.Write(Facts(kind)))
            .Append(UndoneNotes.OfMove(Reference))
            .Append(UndoneNotes.OfLead(Solution.Arkiive, Reference));

        Shown().Matches(Page).Select(m => m.Groups["note"].Value).ShouldBe(written, ignoreOrder: true);
    }

    [Fact]
    public void The_page_lists_every_reason_for_which_a_résumé_is_left_to_people()
    {
        var written = Enum.GetValues<UnreadableReason>()
            .Select(reason => NoteWriter.Write(Facts(NoteKind.Unreadable) with { Reason = reason }).Split('\n')[1]);

        written.ShouldAllBe(line => Page.Contains($"\n| {line} |", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_lists_everything_that_is_to_be_checked()
    {
        var warnings = Enum.GetValues<DocumentWarningKind>().Select(kind => new DocumentWarning(kind, "", 1)).ToList();
        var flags = Enum.GetValues<IntegrityKind>().Select(kind => new IntegrityFlag(kind, 0, 1, 1)).ToList();
        var level = LevelComparison.Of("Senior Nurse", [new Role("Trainee Nurse", 0, 13)]);

        var written = Cautions.Of(Cautions.Write(warnings), flags, level);

        written.Count.ShouldBe(10);
        written.ShouldAllBe(sentence => Page.Contains($"\n| {sentence} |", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_the_tags_that_are_looked_for()
    {
        Page.ShouldContain($"`{OpportunityMapping.OptOutTag}`");
        Page.ShouldContain($"`{OpportunityMapping.NotUsefulTag}`");
    }

    private static NoteFacts Facts(NoteKind kind) =>
        new()
        {
            Kind = kind,
            PostingTitle = "Staff Nurse, Intensive Care (Leeds)",
            Reference = Reference,
            Findings = Nurse,
            OriginTitle = "Ward Manager",
            OriginFindings =
            [
                Finding(RequirementKind.Role, "Experience as Ward Manager", 1, Judgement.Met, "Ward Manager"),
                Finding(RequirementKind.Licence, "Nursing registration", 0.9, Judgement.Unknown),
                Finding(RequirementKind.Education, "Master's degree", 0.6, Judgement.NotMet),
            ],
            IsPlaceUnknown = IsForLead(kind),
            IsRightToWorkUnknown = IsForLead(kind),
            Reason = UnreadableReason.NeedsOcr,
        };

    private static bool IsForLead(NoteKind kind) =>
        kind
            is NoteKind.ArkiiveLead
                or NoteKind.ArkiiveRecommendation
                or NoteKind.RefiineLead
                or NoteKind.RefiineRecommendation;

    [GeneratedRegex("```text\n(?<note>[^`]*)\n```", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shown();
}
