namespace CiivSoft.Matching.Knowledge;

/// <summary>Words as the number of letters shared with the word before, and the rest.</summary>
internal static class WordTable
{
    private const int MaxWords = 10_000_000;

    public static void Write(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write7BitEncodedInt(words.Count);
        var last = "";
        foreach (var word in words)
        {
            var shared = last.AsSpan().CommonPrefixLength(word);
            writer.Write7BitEncodedInt(shared);
            writer.Write(word[shared..]);
            last = word;
        }
    }

    public static string[] Read(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count is < 0 or > MaxWords)
        {
            throw new InvalidDataException("A word table of impossible size.");
        }

        var words = new string[count];
        var last = "";
        for (var i = 0; i < count; i++)
        {
            last = string.Concat(last.AsSpan(0, reader.Read7BitEncodedInt()), reader.ReadString());
            words[i] = last;
        }

        return words;
    }
}
