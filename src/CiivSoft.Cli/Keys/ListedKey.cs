namespace CiivSoft.Cli.Keys;

/// <summary>An encryption key as the admin API lists it.</summary>
internal sealed record ListedKey(int Id, bool IsInRing, bool IsUsed, long Values, bool MayBeRemoved);
