using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Writes a planned posting out.</summary>
/// <param name="seed">The world's.</param>
/// <param name="users">Owners and hiring managers are picked among these.</param>
internal sealed class PostingWriter(int seed, ImmutableArray<User> users)
{
    private static readonly ImmutableArray<string> AboutUs =
    [
        $"{Company.Name} runs hospitals, care homes and the supply and technology behind them in the north of England.",
        $"At {Company.Name} some 9,000 people look after patients, from the ward to the warehouse.",
    ];

    private static readonly ImmutableArray<string> Benefits =
    [
        "{27-33} days of holiday plus bank holidays",
        "A pension to which we add {6-11}%",
        "Paid training and {2-5} days a year to learn",
        "A free parking space or a season ticket loan",
        "Subsidised meals from our own kitchens",
        "Rotas and hours agreed well ahead",
    ];

    private static readonly ImmutableArray<double> SalaryByLevel = [0.82, 1, 1.24, 1.55];

    public Posting Write(PlannedPosting planned, string id)
    {
        var dice = Dice.For(seed, "posting text", planned.Number);
        var occupation = planned.Occupation;
        var title = planned.Title ?? dice.Fill(dice.Pick(occupation.TitlesOf(planned.Level)), _ => null);
        var owner = users[dice.Next(0, Math.Min(3, users.Length))];
        return new Posting
        {
            Id = id,
            Text = title,
            State = planned.State,
            UserId = owner.Id,
            OwnerId = owner.Id,
            HiringManagerId = dice.Chance(0.7) ? users[dice.Next(0, users.Length)].Id : null,
            Followers = [owner.Id],
            Categories = new PostingCategories
            {
                Department = occupation.Department,
                Team = occupation.Team,
                Location = planned.Town,
                AllLocations = [planned.Town],
                Commitment = dice.Fill("{Full-time|Full-time|Full-time|Part-time|Fixed-term}", _ => null),
            },
            Content = WriteContent(planned, title, dice),
            Country = "GB",
            RequisitionCodes = dice.Chance(0.5) ? [$"ALD-{1000 + planned.Number}"] : [],
            IsConfidential = planned.IsConfidential,
            CreatedAt = planned.CreatedAt,
            UpdatedAt = planned.ClosedAt ?? planned.CreatedAt,
            WorkplaceType = occupation.WorkplaceType,
            SalaryRange = dice.Chance(0.75) ? SalaryOf(planned) : null,
        };
    }

    private static SalaryRange SalaryOf(PlannedPosting planned)
    {
        var factor = SalaryByLevel[planned.Level - 1];
        var (min, max) = planned.Occupation.Salary;
        return new SalaryRange(Round(min * factor), Round(max * factor), "GBP", "per-year-salary");
    }

    private static decimal Round(double pounds) => (decimal)(Math.Round(pounds / 500) * 500);

    private static PostingContent WriteContent(PlannedPosting planned, string title, Dice dice)
    {
        var sheet = planned.Occupation.Posting;
        var about = dice.Fill(
            dice.Pick(sheet.About),
            slot =>
                slot switch
                {
                    "title" => title,
                    "town" => planned.Town,
                    _ => null,
                }
        );
        var us = dice.Pick(AboutUs);
        var benefits = dice.PickSome(Benefits, 4).Select(line => dice.Fill(line, _ => null));
        const string closing =
            "We hire on skill and character and welcome applications from everybody. Tell us if you need an adjustment for the interview.";
        return new PostingContent
        {
            Description = $"{us}\n\n{about}\n",
            DescriptionHtml = $"<div>{Encode(us)}</div><div><br></div><div>{Encode(about)}</div>",
            Lists =
            [
                ListOf("What you will do", sheet.Responsibilities),
                ListOf("What you bring", [.. YearsWanted(planned.Level), .. sheet.Must]),
                ListOf("Nice to have", sheet.Nice),
                ListOf("What we offer", benefits),
            ],
            Closing = closing,
            ClosingHtml = $"<div>{Encode(closing)}</div>",
        };
    }

    private static IEnumerable<string> YearsWanted(int level) =>
        level switch
        {
            1 => ["First experience, or the wish to learn"],
            2 => ["At least two years of relevant experience"],
            3 => ["At least five years of relevant experience, some of them with senior duties"],
            _ => ["At least eight years of relevant experience and experience of leading people"],
        };

    private static PostingList ListOf(string heading, IEnumerable<string> lines) =>
        new(
            heading,
            string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"<li>{Encode(line)}</li>")))
        );

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
