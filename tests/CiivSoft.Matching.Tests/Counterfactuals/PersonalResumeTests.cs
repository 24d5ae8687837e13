using CiivSoft.Matching.Tests;

namespace CiivSoft.Matching.Counterfactuals;

public sealed class PersonalResumeTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Whoever_sends_a_resume_every_bit_stays(int layout)
    {
        var random = new Random(20_261_128 + layout);
        var postings = SampleTexts
            .Postings.Values.Select(posting => Engine.ReadPosting(new PostingSource(posting.Title, posting.Text)))
            .ToList();
        foreach (var (name, body) in SampleTexts.Resumes)
        {
            var people = NameGroup.All.Select(group => Persona.Of(group, random.Next)).ToList();
            var sent = people.Select(person =>
            {
                var text = PersonalResume.Write(body, layout, "Professional", person);
                var known = person.Details(random.Next(3) == 0, random.Next(2) == 0);
                var resume = Engine.ReadResume(new ResumeSource(text, known));
                return string.Join(
                    ' ',
                    postings
                        .Select(posting => BitConverter.DoubleToInt64Bits(Engine.Score(posting, resume).Value))
                        .Concat(resume.Vector.ToArray().Select(number => (long)BitConverter.SingleToInt32Bits(number)))
                );
            });

            sent.Distinct().Count().ShouldBe(1, $"{name}, layout {layout}");
        }
    }

    [Fact]
    public void Years_of_study_move_with_the_person_and_no_bit_of_the_score_does()
    {
        const string body = """
            Experience
            Staff Nurse, General Hospital, 2012 - 2018
            Trained at the university hospital in 2014
            Education
            Bachelor of Nursing, State University, 2008 - 2011
            Volunteer of the year 2010
            """;
        var posting = SampleTexts.Postings["nurse"];
        var asked = Engine.ReadPosting(new PostingSource(posting.Title, posting.Text));
        var person = Persona.Of(NameGroup.All[0], _ => 0);
        List<int> shifts = [0, 7, 20];
        var texts = shifts.ConvertAll(shift =>
            PersonalResume.Write(body, 0, "Nurse", person with { GraduationShift = shift })
        );

        texts[1].ShouldBe(texts[0].Replace("2008 - 2011", "2001 - 2004", StringComparison.Ordinal));
        texts[2].ShouldBe(texts[0].Replace("2008 - 2011", "1988 - 1991", StringComparison.Ordinal));
        texts
            .Select(text =>
                Engine.Score(asked, Engine.ReadResume(new ResumeSource(text, person.Details(true, true)))).Value
            )
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public void There_are_twenty_groups_and_none_like_another()
    {
        NameGroup.All.Count.ShouldBe(20);
        NameGroup.All.Select(group => group.Name).Distinct().Count().ShouldBe(20);
        NameGroup.All.SelectMany(group => group.Given).Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Circumstances_change_the_text_and_not_the_work()
    {
        const string body = "Experience\nNurse, 2012 - 2018\nWard\n";
        foreach (var circumstance in Circumstance.All)
        {
            for (var i = 0; i < 12; i++)
            {
                circumstance.One(body, i).ShouldNotBe(circumstance.Other(body, i), circumstance.Name);
                circumstance.Other(body, i).ShouldContain("Nurse, 2012 - 201");
            }
        }
    }
}
