namespace CiivSoft.Matching.Knowledge;

/// <summary>A sparse matrix of occupations by terms, held term by term.</summary>
/// <param name="Starts">Where the entries of term i begin; one longer than there are terms.</param>
/// <param name="Occupations">The occupation of each entry, ascending within a term.</param>
/// <param name="Weights">The weight of each entry.</param>
internal sealed record OccupationEntries(int[] Starts, ushort[] Occupations, float[] Weights)
{
    public int Terms => Starts.Length - 1;
}
