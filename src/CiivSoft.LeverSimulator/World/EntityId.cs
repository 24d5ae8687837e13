namespace CiivSoft.LeverSimulator.World;

/// <summary>
/// A Lever id: an opaque string. Canonical lower-case UUIDs, nearly all of them, are held as 16 bytes, because a big world holds
/// millions. Two ids are equal, and ordered, exactly as their texts are.
/// </summary>
internal readonly struct EntityId : IEquatable<EntityId>, IComparable<EntityId>
{
    private readonly Guid _uuid;
    private readonly string? _text;

    public EntityId(Guid uuid) => _uuid = uuid;

    public EntityId(string text)
    {
        if (
            Guid.TryParseExact(text, "D", out var uuid)
            && string.Equals(uuid.ToString("D"), text, StringComparison.Ordinal)
        )
        {
            _uuid = uuid;
        }
        else
        {
            _text = text;
        }
    }

    public static bool operator ==(EntityId left, EntityId right) => left.Equals(right);

    public static bool operator !=(EntityId left, EntityId right) => !left.Equals(right);

    public static bool operator <(EntityId left, EntityId right) => left.CompareTo(right) < 0;

    public static bool operator <=(EntityId left, EntityId right) => left.CompareTo(right) <= 0;

    public static bool operator >(EntityId left, EntityId right) => left.CompareTo(right) > 0;

    public static bool operator >=(EntityId left, EntityId right) => left.CompareTo(right) >= 0;

    public bool Equals(EntityId other) =>
        _uuid == other._uuid && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is EntityId other && Equals(other);

    public override int GetHashCode() =>
        _text is null ? _uuid.GetHashCode() : string.GetHashCode(_text, StringComparison.Ordinal);

    // The order of Guid is that of its hexadecimal text.
    public int CompareTo(EntityId other) =>
        _text is null && other._text is null
            ? _uuid.CompareTo(other._uuid)
            : string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => _text ?? _uuid.ToString("D");
}
