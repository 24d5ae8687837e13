using System.Collections.Frozen;

namespace CiivSoft.Matching.Text;

/// <summary>English function words, written for this product; they carry no meaning in a posting or résumé.</summary>
internal static class StopWords
{
    private const string List = """
        a about above across after again against all almost along also although always am among an and another any
        anyone anything are around as at be became because become been before behind being below beside besides between
        beyond both but by can cannot could did do does doing done down during each either else etc even ever every
        everyone everything few first for from further get gets getting give given gives go goes going got had has have
        having he her here hers herself him himself his how however i if in into is it its itself just last least less
        let like made make makes making many may me might mine more most much must my myself near nearly need needs
        neither never next no nobody none nor not nothing now of off often on once one only onto or other others our
        ours ourselves out over own per perhaps please put quite rather really said same see seem several shall she
        should since so some someone something still such take taken than that the their theirs them themselves then
        there therefore these they thing things this those though through throughout thus to together too toward
        towards under until up upon us use used uses using various very via was way we well went were what whatever when
        whenever where whereas whether which while who whoever whole whom whose why will with within without would yet
        you your yours yourself yourselves s t ll ve re d m don doesn didn isn aren wasn weren won wouldn couldn
        shouldn hasn haven hadn ain youre youll youve theyre were weve thats dont doesnt im ive
        """;

    private static readonly FrozenSet<string> Words = List.Split(
            [' ', '\n', '\r'],
            StringSplitOptions.RemoveEmptyEntries
        )
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
