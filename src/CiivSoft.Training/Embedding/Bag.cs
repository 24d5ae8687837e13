namespace CiivSoft.Training.Embedding;

/// <summary>One side of a training pair: the words of a few texts with their counts, and whose texts they are.</summary>
internal sealed record Bag(EncodedConcept Owner, IReadOnlyList<(int Word, int Count)> Words)
{
    public static Bag Of(EncodedConcept owner, IEnumerable<int[]> texts)
    {
        var words = texts.SelectMany(text => text).ToArray();
        Array.Sort(words);
        var counted = new List<(int, int)>();
        for (var start = 0; start < words.Length; )
        {
            var end = start + 1;
            while (end < words.Length && words[end] == words[start])
            {
                end++;
            }
            counted.Add((words[start], end - start));
            start = end;
        }
        return new Bag(owner, counted);
    }
}
