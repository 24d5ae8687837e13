using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

public sealed class NameSwapTests
{
    private const int Pairs = 1_000;

    [Fact]
    public void A_thousand_swaps_of_the_person_leave_the_same_words_on_the_same_lines()
    {
        var random = new Random(20_261_123);
        var broken = new List<string>();
        for (var i = 0; i < Pairs; i++)
        {
            var layout = random.Next(PersonaResume.Layouts);
            var occupation = random.Next(4);
            var one = Persona.Of(NameGroup.All[i % NameGroup.All.Count], random.Next);
            var other = Persona.Of(NameGroup.All[random.Next(NameGroup.All.Count)], random.Next);
            var seen = Seen(layout, occupation, one, Known(one, random));
            var seenOther = Seen(layout, occupation, other, Known(other, random));
            if (!seen.SequenceEqual(seenOther))
            {
                broken.Add(
                    $"pair {i}, layout {layout}, occupation {occupation}: {one.Name} / {other.Name}\n{Difference(seen, seenOther)}"
                );
            }
        }

        broken.ShouldBeEmpty(string.Join('\n', broken.Take(12)));
    }

    [Fact]
    public void The_header_gives_the_name_away_when_Lever_has_none()
    {
        var random = new Random(7);
        var broken = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var one = Persona.Of(NameGroup.All[i % NameGroup.All.Count], random.Next);
            var other = Persona.Of(NameGroup.All[random.Next(NameGroup.All.Count)], random.Next);
            var layout = new[] { 0, 1, 3 }[random.Next(3)];
            var occupation = random.Next(4);
            var seen = Seen(layout, occupation, one, PersonDetails.None);
            if (!seen.SequenceEqual(Seen(layout, occupation, other, PersonDetails.None)))
            {
                broken.Add(
                    $"pair {i}, layout {layout}, occupation {occupation}: {one.Name} / {other.Name}\n{Difference(seen, Seen(layout, occupation, other, PersonDetails.None))}"
                );
            }
        }

        broken.ShouldBeEmpty(string.Join('\n', broken.Take(12)));
    }

    [Fact]
    public void Nothing_of_the_person_leaks()
    {
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var person = Persona.Of(NameGroup.All[i % NameGroup.All.Count], random.Next);
            var known = Known(person, random);
            var text = PersonaResume.Write(i % PersonaResume.Layouts, i, person);

            var leaks = LeakScan.Find(Redactor.Redact(text, known).Text, known);

            leaks.ShouldBeEmpty($"{person.Name}, layout {i % PersonaResume.Layouts}");
            LeakScan.Find(text, known).ShouldNotBeEmpty();
        }
    }

    private static PersonDetails Known(Persona person, Random random) =>
        new()
        {
            Names = [random.Next(3) == 0 ? person.Name.ToUpperInvariant() : person.Name],
            Emails = [person.Email],
            Phones = random.Next(2) == 0 ? [person.Phone] : [],
        };

    private static List<string> Seen(int layout, int occupation, Persona person, PersonDetails known)
    {
        var redacted = Redactor.Redact(PersonaResume.Write(layout, occupation, person), known).Text;
        var lines = new List<string>();
        foreach (var line in redacted.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var words = new List<string>();
            var reader = new WordReader(line);
            while (reader.MoveNext())
            {
                words.Add(reader.Current);
            }

            lines.Add(string.Join(' ', words));
        }

        return lines;
    }

    private static string Difference(List<string> one, List<string> other) =>
        $"  only one: {string.Join(" / ", one.Except(other))}\n  only other: {string.Join(" / ", other.Except(one))}";
}
