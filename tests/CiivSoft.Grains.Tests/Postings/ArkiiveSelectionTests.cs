using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Matching;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Resumes;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Postings;

public sealed class ArkiiveSelectionTests
{
    private static readonly MatchScore Good = Score(Samples.NurseResume);

    // As of a posting that requires nothing by law: who lacks that is below every bar.
    private static readonly MatchScore Poor = ((MatchScore.Judgeable)Score(Samples.AccountantResume)) with
    {
        MissingCredentials = [],
    };
    private static readonly MatchScore None = Score("Nurse.");

    [Fact]
    public void The_best_come_first_and_equals_by_contact_so_that_every_run_agrees()
    {
        var selection = Select(Person("c", Poor), Person("b", Good), Person("a", Good));

        Ids(selection.Take(0, 10)).ShouldBe(["a", "b", "c"]);
        Ids(selection.Take(0, 2)).ShouldBe(["a", "b"]);
        selection.Take(0, 0).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_below_the_bar_is_taken_and_who_stands_on_it_is()
    {
        var selection = Select(Person("a", Good), Person("b", Poor));

        Ids(selection.Take(Good.Value, 10)).ShouldBe(["a"]);
        selection.CountAbove(Good.Value).ShouldBe(1);
        selection.Take(1.01, 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_with_duplicate_contacts_counts_once_with_the_better_resume()
    {
        var selection = Select(Person("a", Poor, "same"), Person("b", Good, "same"), Person("c", Poor, "same"));

        Ids(selection.Take(0, 10)).ShouldBe(["b"]);
        selection.CountAbove(0).ShouldBe(1);
        selection.Scored.ShouldBe(3);
    }

    [Fact]
    public void Who_cannot_be_judged_is_not_taken_however_low_the_bar() =>
        Select(Person("a", None)).Take(0, 10).ShouldBeEmpty();

    [Fact]
    public void Who_was_excluded_is_counted_by_reason()
    {
        var selection = new ArkiiveSelection();
        selection.Exclude(Exclusion.Hired);
        selection.Exclude(Exclusion.Hired);
        selection.Exclude(Exclusion.OptedOut);

        selection.ExcludedByReason.ShouldBe([new("Hired", 2), new("OptedOut", 1)]);
    }

    private static ArkiiveSelection Select(params ScoredPerson[] people)
    {
        var selection = new ArkiiveSelection();
        foreach (var person in people)
        {
            selection.Add(person);
        }

        return selection;
    }

    private static IEnumerable<string> Ids(IEnumerable<ScoredPerson> people) =>
        people.Select(p => p.Person.Contact.ContactId);

    private static ScoredPerson Person(string id, MatchScore score, string? personKey = null)
    {
        var person = Rows.Person(Opportunity("opp-" + id, contact: id));
        var resume = new ResumeRecord
        {
            ContactId = id,
            Text = "",
            PersonJson = "",
            Hash = "",
            Source = "file",
            WarningsJson = "[]",
            ReadAt = Now,
        };
        return new ScoredPerson(
            person with
            {
                Contact = person.Contact with { PersonKey = personKey ?? id },
            },
            resume,
            TestEngine.Value.ReadResume(new ResumeSource("", PersonDetails.None)),
            score
        );
    }

    private static MatchScore Score(string resume) =>
        TestEngine.Value.Score(
            TestEngine.Value.ReadPosting(new PostingSource("Registered Nurse", Samples.NursePosting)),
            TestEngine.Value.ReadResume(new ResumeSource(resume, PersonDetails.None))
        );
}
