using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Tests.Text;

/// <summary>
/// Every pattern of the product on texts made to slow it down. A pattern whose time grows with the square of the text needs
/// ten thousand million steps here; one whose time is in proportion needs as many as a résumé of a hundred thousand letters.
/// </summary>
public sealed class PatternTests
{
    private const int Length = 100_000;

    // Each match breaks off by itself after this: no clock is read.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "a",
        " ",
        "a ",
        "a  ",
        "1",
        "1 ",
        "a-",
        "a.",
        "A. ",
        "-",
        "(",
        "2019 ",
        "\u4E00",
        "e\u0301",
        "'",
    ];

    public static TheoryData<string> Owners() => [.. Patterns().Select(found => found.Owner).Distinct()];

    [Theory]
    [MemberData(nameof(Owners))]
    public void No_text_slows_a_pattern_down(string owner)
    {
        foreach (var pattern in Patterns().Where(found => found.Owner == owner).Select(found => found.Pattern))
        {
            var patient = new Regex(pattern.ToString(), pattern.Options, Patience);
            foreach (var text in Pieces.Concat(PiecesOf(pattern)).Select(Repeat))
            {
                Should.NotThrow(() => patient.Count(text), $"{owner}: {pattern}");
            }
        }
    }

    [Fact]
    public void All_patterns_are_found()
    {
        var patterns = Patterns().ToList();

        patterns.Count.ShouldBeGreaterThan(150);
        // One that runs in linear time whatever the text takes megabytes.
        patterns
            .Count(found => found.Pattern.Options.HasFlag(RegexOptions.NonBacktracking))
            .ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void A_pattern_that_a_text_slows_down_is_noticed()
    {
        var slow = new Regex(@"(\s|\s\s)*\d", RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(100));

        Should.Throw<RegexMatchTimeoutException>(() => slow.Count(Repeat(" ")));
    }

    // A word of the pattern's own, and then much of what may follow it.
    private static IEnumerable<string> PiecesOf(Regex pattern)
    {
        var words = Regex
            .Matches(pattern.ToString(), @"(?<![\\\p{L}])\p{L}{3,}", RegexOptions.None, Patience)
            .Select(match => match.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(3);
        return words.SelectMany(word => new[] { $"{word} ", $"{word}{new string(' ', 300)}", $"{word}." });
    }

    private static string Repeat(string piece) =>
        string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + "\u0001";

    private static IEnumerable<(string Owner, Regex Pattern)> Patterns()
    {
        var types = typeof(MatchingEngine).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters);
        foreach (var type in types)
        {
            const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            foreach (var field in type.GetFields(Statics).Where(field => !field.IsLiteral))
            {
                foreach (var pattern in Find(field.GetValue(null)))
                {
                    yield return (type.Name, pattern);
                }
            }
        }
    }

    // Alone, in a list, in tuples of one, or in a type of ours that holds one.
    private static IEnumerable<Regex> Find(object? value) =>
        value switch
        {
            Regex pattern => [pattern],
            string or null => [],
            IEnumerable all => all.Cast<object?>().SelectMany(Find),
            System.Runtime.CompilerServices.ITuple tuple => Enumerable
                .Range(0, tuple.Length)
                .SelectMany(i => Find(tuple[i])),
            _ when value.GetType().Assembly == typeof(MatchingEngine).Assembly => value
                .GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(field => !field.FieldType.IsPrimitive && field.FieldType != value.GetType())
                .SelectMany(field => Find(field.GetValue(value))),
            _ => [],
        };
}
