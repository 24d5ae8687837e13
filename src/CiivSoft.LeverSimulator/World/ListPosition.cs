namespace CiivSoft.LeverSimulator.World;

/// <summary>A place in Lever's order of opportunities: stage rank up, last advanced down, id up.</summary>
/// <param name="Rank">The stage's rank; stages that are gone come last.</param>
/// <param name="LastAdvancedAt">Milliseconds.</param>
/// <param name="Id">The opportunity's id.</param>
internal readonly record struct ListPosition(double Rank, long LastAdvancedAt, EntityId Id) : IComparable<ListPosition>
{
    public static bool operator <(ListPosition left, ListPosition right) => left.CompareTo(right) < 0;

    public static bool operator <=(ListPosition left, ListPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >(ListPosition left, ListPosition right) => left.CompareTo(right) > 0;

    public static bool operator >=(ListPosition left, ListPosition right) => left.CompareTo(right) >= 0;

    public int CompareTo(ListPosition other)
    {
        var byRank = Rank.CompareTo(other.Rank);
        if (byRank != 0)
        {
            return byRank;
        }

        var byTime = other.LastAdvancedAt.CompareTo(LastAdvancedAt);
        return byTime != 0 ? byTime : Id.CompareTo(other.Id);
    }
}
