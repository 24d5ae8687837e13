using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>Makes a person from their seed: name, address, career, schools, skills.</summary>
internal static class PersonFactory
{
    public static Person Create(PersonSeed seed)
    {
        var dice = seed.Dice("person");
        var country = PeopleLists.Countries[seed.IsAbroad ? dice.Next(1, PeopleLists.Countries.Length) : 0];
        var name = PersonName.Create(seed);
        var town = dice.Pick(country.Towns);
        var (jobs, studies) = CareerFactory.Create(seed, country, town);
        return new Person
        {
            Seed = seed,
            Name = name.Latin,
            TypedName = name.Typed,
            Email = name.Email,
            Telephone = dice.Fill(country.TelephoneNumber, _ => null),
            Town = town,
            Country = country,
            Links = CreateLinks(dice, name.Latin, seed.Number),
            Jobs = jobs,
            Studies = studies,
            Skills = CreateSkills(dice, seed),
            Certificates = CreateCertificates(dice, seed),
            Languages = CreateLanguages(dice, name.Culture),
        };
    }

    private static ImmutableArray<string> CreateLinks(Dice dice, string name, int number) =>
        dice.Chance(0.35)
            ? [$"https://www.linkedin.com/in/{PersonName.ToAscii(name).Replace(' ', '-')}-{number:x4}-example"]
            : [];

    private static ImmutableArray<string> CreateSkills(Dice dice, PersonSeed seed)
    {
        var occupation = seed.Occupation;
        var skills = dice.PickSome(occupation.Skills, dice.Next(6, 11));
        var tools = dice.PickSome(occupation.Tools, dice.Next(1, 4));
        return [.. skills, .. tools];
    }

    private static ImmutableArray<string> CreateCertificates(Dice dice, PersonSeed seed)
    {
        var possible = seed
            .Occupation.Certificates.Where(line => line.FromLevel <= seed.Level)
            .ToLookup(line => line.IsForAll);
        var others = dice.PickSome([.. possible[false]], dice.Next(0, 2 + Math.Min(2, seed.Level)));
        return [.. possible[true].Concat(others).Select(line => dice.Fill(line.Text, _ => null))];
    }

    private static ImmutableArray<string> CreateLanguages(Dice dice, string culture)
    {
        var mother = culture switch
        {
            "polish" => "Polish",
            "german" => "German",
            "french" => "French",
            "spanish" => "Spanish",
            "portuguese" => "Portuguese",
            "italian" => "Italian",
            "romanian" => "Romanian",
            "ukrainian" => "Ukrainian",
            "greek" => "Greek",
            "turkish" => "Turkish",
            "arabic" => "Arabic",
            "indian-north" => "Hindi",
            "indian-south" => "Tamil",
            "pakistani-bengali" => "Urdu",
            "chinese" => "Mandarin",
            _ => null,
        };
        if (mother is not null)
        {
            return dice.Chance(0.6)
                ? [$"{mother} (native)", $"English ({dice.Fill("{fluent|C1|C2|professional}", _ => null)})"]
                : [];
        }

        return dice.Chance(0.2)
            ? ["English (native)", dice.Fill("{French|Spanish|German|Welsh|British Sign Language} (basic)", _ => null)]
            : [];
    }
}
