namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>A month of the calendar.</summary>
/// <param name="Index">Months since the year 0.</param>
internal readonly record struct Month(int Index) : IComparable<Month>
{
    public int Year => Index / 12;

    /// <summary>1 to 12.</summary>
    public int Number => (Index % 12) + 1;

    public static bool operator <(Month left, Month right) => left.Index < right.Index;

    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;

    public static bool operator >(Month left, Month right) => left.Index > right.Index;

    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;

    public static int operator -(Month left, Month right) => left.Index - right.Index;

    public static Month Of(int year, int number) => new((year * 12) + number - 1);

    public static Month OfTime(long milliseconds)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return Of(time.Year, time.Month);
    }

    public Month Add(int months) => new(Index + months);

    public int CompareTo(Month other) => Index.CompareTo(other.Index);
}
