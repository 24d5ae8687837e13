using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>The words and labels of a model as UTF-8, in a table by fastText's own hash, and its pruned n-grams.</summary>
internal sealed class FastTextDictionary
{
    private const int MostEntries = 30_000_000;

    /// <summary>A word's closing zero, its count and its type.</summary>
    private const int SmallestEntry = 1 + sizeof(long) + 1;
    private readonly byte[] _text;
    private readonly int[] _ends;
    private readonly int[] _table;
    private readonly Dictionary<int, int>? _kept;

    private FastTextDictionary(byte[] text, int[] ends, int words, Dictionary<int, int>? kept)
    {
        _text = text;
        _ends = ends;
        _kept = kept;
        Words = words;
        _table = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(ends.Length * 2) + 1)];
        for (var id = 0; id < ends.Length; id++)
        {
            _table[SlotOf(Entry(id))] = id + 1;
        }
    }

    public int Words { get; }

    public bool IsPruned => _kept is not null;

    public int KeptNgrams => _kept?.Count ?? 0;

    public static FastTextDictionary Read(ModelFileReader reader)
    {
        var size = reader.ReadInt32("the size of the dictionary");
        var words = reader.ReadInt32("the number of words");
        var labels = reader.ReadInt32("the number of labels");
        reader.ReadInt64("the number of tokens");
        var pruned = reader.ReadInt64("the number of kept n-grams");
        if (words < 0 || labels < 0 || size != (long)words + labels || size > MostEntries)
        {
            throw reader.Failure($"a dictionary of {size} entries cannot hold {words} words and {labels} labels.");
        }
        if (size > reader.Remaining / SmallestEntry)
        {
            throw reader.Failure($"{size} entries promised, {reader.Remaining} bytes left.");
        }
        var (text, ends) = ReadEntries(reader, size, words);
        return new FastTextDictionary(text, ends, words, pruned < 0 ? null : ReadKept(reader, pruned));
    }

    /// <summary>The id of a word or label, or −1.</summary>
    public int Find(ReadOnlySpan<byte> word) => _table[SlotOf(word)] - 1;

    /// <summary>The row behind the words for an n-gram's bucket, or −1 if that one was pruned.</summary>
    public int NgramRow(int bucket)
    {
        if (_kept is null)
        {
            return Words + bucket;
        }
        return _kept.TryGetValue(bucket, out var kept) ? Words + kept : -1;
    }

    /// <summary>FNV-1a over bytes that count as signed, as the reference does.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ (uint)(sbyte)value) * 16777619;
        }
        return hash;
    }

    private static (byte[] Text, int[] Ends) ReadEntries(ModelFileReader reader, int size, int words)
    {
        var text = new List<byte>();
        var ends = new int[size];
        for (var id = 0; id < size; id++)
        {
            reader.ReadZeroTerminated(text, "a word");
            reader.ReadInt64("a word's count");
            var type = reader.Read<byte>("a word's type");
            if (type != (id < words ? 0 : 1))
            {
                throw reader.Failure($"entry {id} has type {type}; words come first, then labels.");
            }
            ends[id] = text.Count;
        }
        return (text.ToArray(), ends);
    }

    private static Dictionary<int, int> ReadKept(ModelFileReader reader, long count)
    {
        var pairs = reader.ReadArray<long>(count, "the kept n-grams");
        var kept = new Dictionary<int, int>(pairs.Length);
        foreach (var pair in MemoryMarshal.Cast<long, (int Bucket, int Row)>(pairs))
        {
            if (pair.Row < 0 || pair.Row >= count || !kept.TryAdd(pair.Bucket, pair.Row))
            {
                throw reader.Failure($"n-gram {pair.Bucket} is kept twice or in row {pair.Row} of {count}.");
            }
        }
        return kept;
    }

    private ReadOnlySpan<byte> Entry(int id)
    {
        var start = id == 0 ? 0 : _ends[id - 1];
        return _text.AsSpan(start, _ends[id] - start);
    }

    private int SlotOf(ReadOnlySpan<byte> word)
    {
        var mask = _table.Length - 1;
        var slot = (int)Hash(word) & mask;
        while (_table[slot] != 0 && !Entry(_table[slot] - 1).SequenceEqual(word))
        {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
