namespace CiivSoft.Matching.Knowledge;

/// <summary>The content of a knowledge file, as training makes it.</summary>
internal sealed record KnowledgeTables
{
    /// <summary>Stems of occupation documents first, then other English stems; each part in ordinal order.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    public required int OccupationStems { get; init; }

    /// <summary>In steps of 1/32, so 0 to just under 8.</summary>
    public required byte[] StemWeights { get; init; }

    /// <summary>By stem: occupation and weight of each entry, the weight as a share of the row's greatest in 1/255.</summary>
    public required IReadOnlyList<IReadOnlyList<(ushort Occupation, byte Share)>> Entries { get; init; }

    /// <summary>The greatest weight of each occupation's row.</summary>
    public required float[] RowScales { get; init; }

    /// <summary>The mean likeness of each occupation to all.</summary>
    public required float[] Means { get; init; }

    /// <summary>The standard deviation of each occupation's likeness to all.</summary>
    public required float[] Deviations { get; init; }

    /// <summary>Directions for retrieval, occupation by occupation, in steps of <see cref="BasisStep"/>.</summary>
    public required sbyte[] Basis { get; init; }

    public required float BasisStep { get; init; }

    /// <summary>Words that end job titles, in lower case.</summary>
    public required IReadOnlyList<string> HeadNouns { get; init; }
}
