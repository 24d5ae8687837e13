namespace CiivSoft.Training.Embedding;

/// <summary>
/// Draws batches of pairs that mean the same: two bags of an occupation's texts (60 % of the batches), two of its titles
/// (15 %), two names of a skill (25 %).
/// </summary>
internal sealed class PairSampler(
    IReadOnlyList<EncodedConcept> onet,
    IReadOnlyList<EncodedConcept> esco,
    IReadOnlyList<EncodedConcept> skills,
    Dice dice
)
{
    private const int TriesPerText = 8;
    private static readonly int[] BagSizes = [1, 2, 4, 8, 16, 30];

    public IReadOnlyList<(Bag Left, Bag Right)> Batch(int pairs)
    {
        var kind = dice.Unit();
        var batch = new List<(Bag, Bag)>(pairs);
        while (batch.Count < pairs)
        {
            var (left, right) = kind switch
            {
                < 0.60 => Bags(Occupation()),
                < 0.75 => Titles(Occupation()),
                _ => Labels(dice.Pick(skills)),
            };
            if (left.Words.Count > 0 && right.Words.Count > 0)
            {
                batch.Add((left, right));
            }
        }
        return batch;
    }

    /// <summary>Texts of any kind of one concept, about as many words as a résumé has; for centring.</summary>
    public IReadOnlyList<int[]> Texts(int count) => Draw(Occupation(), count, salt: 0, side: null);

    private EncodedConcept Occupation() => dice.Pick(dice.Below(2) == 0 ? onet : esco);

    private (Bag, Bag) Bags(EncodedConcept owner)
    {
        var salt = dice.Next();
        var left = Bag.Of(owner, Draw(owner, dice.Pick(BagSizes), salt, 0));
        var other = owner.Links.Count > 0 && dice.Unit() < 0.25 ? dice.Pick(owner.Links) : owner;
        return (left, Bag.Of(other, Draw(other, dice.Pick(BagSizes), salt, 1)));
    }

    private (Bag, Bag) Titles(EncodedConcept owner)
    {
        if (owner.Titles.Length == 0)
        {
            return (Bag.Of(owner, []), Bag.Of(owner, []));
        }
        var first = dice.Below(owner.Titles.Length);
        var others = dice.Unit() switch
        {
            < 0.8 => Without(owner.Titles, first),
            < 0.9 => owner.Tasks,
            _ => owner.Descriptions,
        };
        return (Bag.Of(owner, [owner.Titles[first]]), Bag.Of(owner, OneOf(others)));
    }

    private (Bag, Bag) Labels(EncodedConcept skill)
    {
        if (skill.Titles.Length == 0)
        {
            return (Bag.Of(skill, []), Bag.Of(skill, []));
        }
        var first = dice.Below(skill.Titles.Length);
        var useLabel = skill.Titles.Length > 1 && dice.Unit() < 0.6;
        var others = useLabel ? Without(skill.Titles, first) : skill.Descriptions;
        return (Bag.Of(skill, [skill.Titles[first]]), Bag.Of(skill, OneOf(others)));
    }

    private int[][] OneOf(int[][] texts) => texts.Length == 0 ? [] : [dice.Pick(texts)];

    private static int[][] Without(int[][] texts, int index) => [.. texts.Where((_, i) => i != index)];

    /// <summary>
    /// Up to <paramref name="count"/> different texts. The salt splits a concept's texts into two sides, so that bags of
    /// side 0 and of side 1 share none.
    /// </summary>
    private List<int[]> Draw(EncodedConcept owner, int count, ulong salt, int? side)
    {
        var drawn = new List<int[]>(count);
        for (var tries = 0; drawn.Count < count && tries < count * TriesPerText; tries++)
        {
            var (kind, texts) = dice.Unit() switch
            {
                < 0.25 => (0, owner.Titles),
                < 0.35 => (1, owner.Descriptions),
                < 0.80 => (2, owner.Tasks),
                _ => (3, owner.Tools),
            };
            if (texts.Length == 0)
            {
                continue;
            }
            var index = dice.Below(texts.Length);
            if ((side is null || SideOf(salt, kind, index) == side) && !drawn.Contains(texts[index]))
            {
                drawn.Add(texts[index]);
            }
        }
        return drawn;
    }

    private static int SideOf(ulong salt, int kind, int index) =>
        (int)(new Dice(salt ^ (((ulong)kind << 32) | (uint)index)).Next() & 1);
}
