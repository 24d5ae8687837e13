namespace CiivSoft.Storage.Effects;

/// <summary>What became of a claimed effect.</summary>
/// <param name="EffectId">The effect.</param>
/// <param name="State">Its new state.</param>
public sealed record EffectSettlement(string EffectId, EffectState State)
{
    /// <summary>Lever's id of what was made; null to leave it.</summary>
    public string? ResultId { get; init; }

    /// <summary>The opportunity written to; null to leave it.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>Why; null clears it.</summary>
    public string? Reason { get; init; }

    /// <summary>Not to be touched before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it was sent, or may have been at the latest; null to leave it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often in a row it was read back and surely absent.</summary>
    public int AbsentReads { get; init; }

    /// <summary>Lever had it already: what belongs to it may be there too and is read back first. Not stored.</summary>
    public bool WasAdopted { get; init; }

    /// <summary>
    /// Planned: a lead or move that is surely not in Lever, so that what is written on that very opportunity is not there either.
    /// Not stored.
    /// </summary>
    public bool IsSurelyAbsent { get; init; }

    /// <summary>Overtaken: the Ref, unknown here, under which another installation did it. Not stored.</summary>
    public string? ForeignRef { get; init; }

    /// <summary>The right that the key lacks for it or, of an unknown one, for reading it back, by its name in Lever's dialog; null else. Not stored.</summary>
    public string? MissingRight { get; init; }

    /// <summary>Overtaken: the person was not eligible any more, so that somebody else may have the place. Not stored.</summary>
    public bool FreesPlace { get; init; }

    /// <summary>Blocked: Lever did not accept the key at all. Not stored.</summary>
    public bool IsKeyRefused { get; init; }
}
