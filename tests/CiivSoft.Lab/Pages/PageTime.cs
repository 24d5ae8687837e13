namespace CiivSoft.Lab.Pages;

/// <summary>Milliseconds from asking for a page until its last byte is there.</summary>
internal sealed record PageTime(string Page, IReadOnlyList<double> Sorted)
{
    public double Least => Sorted[0];

    public double Median => Sorted[Sorted.Count / 2];

    public double Most => Sorted[^1];
}
