namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>Finds the rows of words, of their n-grams of characters and of n-grams of words, in the reference's order.</summary>
internal sealed class SubwordReader(FastTextArguments arguments, FastTextDictionary dictionary)
{
    private const ulong WordNgramFactor = 116049371;
    private static ReadOnlySpan<byte> EndOfSentence => "</s>"u8;
    private static ReadOnlySpan<byte> LabelPrefix => "__label__"u8;

    /// <summary>The rows whose mean is the vector of the word, known or not. A label has none (the reference aborts).</summary>
    public void AddWord(ReadOnlySpan<byte> word, List<int> rows)
    {
        var id = dictionary.Find(word);
        if (id >= dictionary.Words)
        {
            return;
        }
        if (id >= 0)
        {
            rows.Add(id);
        }
        AddCharacterNgrams(word, rows);
    }

    /// <summary>The rows whose mean is a classifier's vector of a line; the words are separated by white space.</summary>
    public void AddLine(ReadOnlySpan<byte> line, List<int> rows)
    {
        var hashes = new List<int>();
        foreach (var range in new WhiteSpaceWords(line))
        {
            var word = line[range];
            AddToken(word, rows, hashes);
            if (word.SequenceEqual(EndOfSentence))
            {
                AddWordNgrams(hashes, rows);
                return;
            }
        }
        AddToken(EndOfSentence, rows, hashes);
        AddWordNgrams(hashes, rows);
    }

    private void AddToken(ReadOnlySpan<byte> word, List<int> rows, List<int> hashes)
    {
        var id = dictionary.Find(word);
        if (id < 0 ? word.StartsWith(LabelPrefix) : id >= dictionary.Words)
        {
            return;
        }
        if (id >= 0)
        {
            rows.Add(id);
        }
        if (id < 0 || arguments.LongestNgram > 0)
        {
            AddCharacterNgrams(word, rows);
        }
        hashes.Add((int)FastTextDictionary.Hash(word));
    }

    private void AddCharacterNgrams(ReadOnlySpan<byte> word, List<int> rows)
    {
        if (arguments.LongestNgram == 0 || arguments.Buckets == 0 || word.SequenceEqual(EndOfSentence))
        {
            return;
        }
        byte[] framed = [(byte)'<', .. word, (byte)'>'];
        for (var start = 0; start < framed.Length; start++)
        {
            if (IsContinuation(framed[start]))
            {
                continue;
            }
            var end = start;
            for (var length = 1; end < framed.Length && length <= arguments.LongestNgram; length++)
            {
                end = NextCharacter(framed, end);
                var isFrame = length == 1 && (start == 0 || end == framed.Length);
                if (length >= arguments.ShortestNgram && !isFrame)
                {
                    var hash = FastTextDictionary.Hash(framed.AsSpan(start, end - start));
                    AddNgram((int)(hash % (uint)arguments.Buckets), rows);
                }
            }
        }
    }

    private void AddWordNgrams(List<int> hashes, List<int> rows)
    {
        if (arguments.Buckets == 0)
        {
            return;
        }
        for (var first = 0; first < hashes.Count; first++)
        {
            var hash = (ulong)hashes[first];
            for (var next = first + 1; next < hashes.Count && next < first + arguments.WordNgrams; next++)
            {
                hash = (hash * WordNgramFactor) + (ulong)hashes[next];
                AddNgram((int)(hash % (ulong)arguments.Buckets), rows);
            }
        }
    }

    private void AddNgram(int bucket, List<int> rows)
    {
        var row = dictionary.NgramRow(bucket);
        if (row >= 0)
        {
            rows.Add(row);
        }
    }

    private static int NextCharacter(byte[] text, int position)
    {
        position++;
        while (position < text.Length && IsContinuation(text[position]))
        {
            position++;
        }
        return position;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
