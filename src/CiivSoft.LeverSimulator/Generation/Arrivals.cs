using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.Generation.Worlds;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>
/// Makes people and postings that come while the world runs. The same seed and the same order of calls give the same arrivals.
/// Not safe for several threads.
/// </summary>
/// <param name="seed">The world's.</param>
internal sealed class Arrivals(int seed)
{
    // Numbers far beyond those of any world, so that addresses and ids do not meet.
    private const int FirstNumber = 5_000_000;
    private readonly WorldIds _ids = new(seed);
    private int _people = FirstNumber;
    private int _postings = FirstNumber;

    /// <summary>A posting for one of the occupations that the demo keeps people in store for, published now.</summary>
    public Posting GeneratePosting(SimulatedWorld world)
    {
        var number = _postings++;
        var openings = DemoCast.NextOpenings;
        var occupation = OccupationSheets.Get(openings[(number - FirstNumber) % openings.Length]);
        var town = Dice.For(seed, "arriving posting", number).Pick(PeopleLists.Countries[0].Towns);
        var planned = new PlannedPosting(number, occupation, 2, town, PostingStates.Published, world.Clock.Now);
        return new PostingWriter(seed, RecruitersOf(world)).Write(planned, _ids.Posting(number));
    }

    /// <param name="world">Its open postings decide what somebody who does not fit here does instead.</param>
    /// <param name="posting">What they apply to.</param>
    /// <param name="quality">How they fit.</param>
    public Arrival GenerateApplicant(SimulatedWorld world, Posting posting, Quality quality)
    {
        var number = _people++;
        var dice = Dice.For(seed, "arriving person", number);
        var (occupation, level) = ChooseCalling(world, posting, quality, dice);
        var now = world.Clock.Now;
        var person = new PersonSeed(seed, number, occupation, level, Month.OfTime(now), IsAbroad: false);
        var planned = new PlannedContact(person, ContactStanding.Normal);
        var contact = new ContactWriter(now).Write(planned, _ids.Contact(number));
        var documents = DocumentWriter.Write(
            planned,
            ResumeKind.File,
            isParsed: dice.Chance(0.85),
            now,
            _ids.Resume(number)
        );
        return new Arrival(contact, contact.Headline.Split(", ")[0], documents);
    }

    // The company's own where the world has them, else whoever there is.
    private ImmutableArray<User> RecruitersOf(SimulatedWorld world)
    {
        var own = Company.CreateUsers(seed, world.Clock.Now).Where(user => world.Account.FindUser(user.Id) is not null);
        ImmutableArray<User> known = [.. own];
        return known.IsEmpty ? [.. world.Account.Users.OrderBy(user => user.Id, StringComparer.Ordinal)] : known;
    }

    private static (Occupation Occupation, int Level) ChooseCalling(
        SimulatedWorld world,
        Posting posting,
        Quality quality,
        Dice dice
    )
    {
        var (wanted, level) = OccupationFinder.Find(posting) ?? (dice.Pick(OccupationSheets.All), 2);
        if (quality == Quality.Strong)
        {
            return (wanted, Math.Min(Occupation.TopLevel, level + (dice.Chance(0.3) ? 1 : 0)));
        }

        if (quality == Quality.Partial)
        {
            return dice.Chance(0.5) && level > 1
                ? (wanted, 1)
                : (OccupationSheets.Get(dice.Pick(wanted.Related)), level);
        }

        var others = world
            .Account.Postings.Where(other =>
                other.IsOpen && !string.Equals(other.Id, posting.Id, StringComparison.Ordinal)
            )
            .OrderBy(other => other.Id, StringComparer.Ordinal)
            .Select(OccupationFinder.Find)
            .OfType<(Occupation Occupation, int Level)>()
            .Where(other => other.Occupation != wanted && !wanted.Related.Contains(other.Occupation.Key))
            .ToList();
        return others.Count > 0 && dice.Chance(0.7)
            ? others[dice.Next(0, others.Count)]
            : (dice.Pick(OccupationSheets.All.Remove(wanted)), 2);
    }
}
