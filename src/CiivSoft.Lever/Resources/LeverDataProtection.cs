using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>
/// What a person agreed to. Lever's <c>updatedAt</c> does not move when an agreement runs out, so read it again before acting.
/// </summary>
public sealed record LeverDataProtection
{
    /// <summary>Whether their data may be kept; null when no policy says.</summary>
    public LeverConsent? Store { get; init; }

    /// <summary>Whether they may be contacted; null when no policy says.</summary>
    public LeverConsent? Contact { get; init; }
}

/// <summary>One agreement.</summary>
public sealed record LeverConsent
{
    /// <summary>Null when not said, which is no refusal.</summary>
    [JsonConverter(typeof(OptionalFlagConverter))]
    public bool? Allowed { get; init; }

    /// <summary>When it ends; null for never.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it holds at a moment: not refused and not yet at its end.</summary>
    public bool IsGivenAt(DateTimeOffset moment) => Allowed is not false && !(ExpiresAt <= moment);
}
