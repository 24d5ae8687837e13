using System.Collections.Frozen;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Knowledge;

/// <summary>
/// The stems that the model knows, each with its weight. The first <see cref="OccupationStems"/> of them occur in
/// occupation documents. A stem that it does not know gets a number of its own by hash and the weight of a rare word.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Terms from here on are hashes of unknown stems.</summary>
    public const uint FirstUnknown = 0x8000_0000;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly double[] _weights;
    private readonly double _unknownWeight;

    public Lexicon(IReadOnlyList<string> stems, double[] weights, int occupationStems, double unknownWeight)
    {
        _weights = weights;
        _unknownWeight = unknownWeight;
        OccupationStems = occupationStems;
        var ids = new Dictionary<string, int>(stems.Count, StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            ids.Add(stems[i], i);
        }

        _ids = ids.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int OccupationStems { get; }

    public uint TermOf(ReadOnlySpan<char> stem) =>
        _ids.TryGetValue(stem, out var id) ? (uint)id : FirstUnknown | TermHash.Of(stem);

    public double WeightOf(uint term) => term < FirstUnknown ? _weights[term] : _unknownWeight;
}
