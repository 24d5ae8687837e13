using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>The made-up company whose account the worlds show, and the people who work in Lever for it.</summary>
internal static class Company
{
    public const string Name = "Alderbrook Health Group";

    /// <summary>The lower-case name in addresses of its pages.</summary>
    public const string Site = "alderbrook";

    private static readonly ImmutableArray<string> JobTitles =
    [
        "Talent Partner",
        "Recruiter",
        "Senior Recruiter",
        "Hiring Manager",
        "Hiring Manager",
        "Talent Coordinator",
    ];

    /// <summary>Recruiters and hiring managers; the same for a seed.</summary>
    public static ImmutableArray<User> CreateUsers(int seed, long now) =>
        [
            .. JobTitles.Select(
                (jobTitle, number) =>
                {
                    var person = new PersonSeed(
                        seed,
                        -1 - number,
                        OccupationSheets.All[0],
                        2,
                        Month.OfTime(now),
                        IsAbroad: false
                    );
                    var name = PersonName.Create(person).Latin;
                    var address = PersonName.ToAscii(name).Replace(' ', '.');
                    return new User
                    {
                        Id = SeededIds.At(WorldIds.SequenceOf(seed, "user"), (ulong)number).ToString("D"),
                        Name = name,
                        Email = $"{address}@{Site}.example",
                        AccessRole = number < 3 ? "team member" : "limited team member",
                        CreatedAt = now - (6L * 365 * 24 * 60 * 60 * 1000),
                        JobTitle = jobTitle,
                    };
                }
            ),
        ];
}
