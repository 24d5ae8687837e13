using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.People;

namespace CiivSoft.LeverSimulator.Tests.Generation;

public sealed class CareerTests
{
    private static readonly Month Now = Month.Of(2026, 11);

    public static TheoryData<int> Levels => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Jobs_follow_one_another_and_lie_in_the_past(int level)
    {
        foreach (var person in People(level))
        {
            for (var number = 0; number < person.Jobs.Length; number++)
            {
                var job = person.Jobs[number];
                (job.End ?? Now).ShouldBeGreaterThan(job.Start, $"person {person.Seed.Number}");
                job.Start.ShouldBeLessThanOrEqualTo(Now);
                if (number + 1 < person.Jobs.Length)
                {
                    person.Jobs[number + 1].End.ShouldNotBeNull();
                    (person.Jobs[number + 1].End <= job.Start).ShouldBeTrue($"person {person.Seed.Number}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Nobody_rises_above_their_level_or_says_the_same_twice_in_a_job(int level)
    {
        foreach (var person in People(level))
        {
            person.Jobs.ShouldAllBe(job => job.Level <= Math.Max(2, level));
            person.Jobs.ShouldAllBe(job => job.Bullets.Distinct().Count() == job.Bullets.Length);
            person.Jobs.ShouldAllBe(job => job.Bullets.Length >= 1);
            person.Studies.ShouldAllBe(study => study.Start < study.End);
        }
    }

    [Fact]
    public void Careers_have_gaps_and_changes_of_occupation_and_people_between_jobs()
    {
        var people = People(3).ToList();

        people
            .Count(person => person.Jobs.Any(job => job.Occupation != person.Seed.Occupation))
            .ShouldBeInRange(15, 100);
        people.Count(person => person.Jobs[0].End is not null).ShouldBeInRange(15, 110);
        people.Count(HasGap).ShouldBeInRange(20, 180);
    }

    [Fact]
    public void Whoever_needs_a_licence_has_it()
    {
        var nurses = Enumerable
            .Range(0, 50)
            .Select(number => Create(number, OccupationSheets.Get("registered-nurse"), 2));

        nurses.ShouldAllBe(nurse =>
            nurse.Certificates.Any(text => text.StartsWith("NMC registration", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Everybody_studied_for_the_first_occupation_or_for_the_present_one()
    {
        foreach (var person in People(2))
        {
            ImmutableArray<CiivSoft.LeverSimulator.Generation.Occupation> own =
            [
                person.Seed.Occupation,
                person.Jobs[^1].Occupation,
            ];
            var degrees = own.SelectMany(occupation => occupation.Degrees).Select(degree => degree.Name + degree.Field);
            degrees.ShouldContain(person.Studies[0].Degree + person.Studies[0].Field);
        }
    }

    [Fact]
    public void No_slot_is_left_unfilled()
    {
        foreach (var person in Enumerable.Range(1, 4).SelectMany(People))
        {
            string[] texts =
            [
                .. person.Jobs.SelectMany(job => job.Bullets.Add(job.Title)),
                .. person.Certificates,
                .. person.Skills,
            ];
            texts.ShouldAllBe(text =>
                !text.Contains('{') && !text.Contains('}') && !text.Contains('|') && !text.Contains('>')
            );
        }
    }

    [Fact]
    public void The_address_made_alone_is_the_address_of_the_person()
    {
        foreach (var person in People(2))
        {
            PersonName.Create(person.Seed).Email.ShouldBe(person.Email);
        }
    }

    private static bool HasGap(Person person) =>
        Enumerable
            .Range(0, person.Jobs.Length - 1)
            .Any(number => person.Jobs[number + 1].End is { } end && person.Jobs[number].Start - end > 5);

    private static IEnumerable<Person> People(int level) =>
        Enumerable
            .Range(0, 210)
            .Select(number => Create(number, OccupationSheets.All[number % OccupationSheets.All.Length], level));

    private static Person Create(int number, CiivSoft.LeverSimulator.Generation.Occupation occupation, int level) =>
        PersonFactory.Create(new PersonSeed(5, number, occupation, level, Now, number % 15 == 3));
}
