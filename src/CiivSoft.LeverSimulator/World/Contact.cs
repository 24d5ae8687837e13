using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>A person.</summary>
internal sealed record Contact
{
    public required EntityId Id { get; init; }

    public string Name { get; init; } = "";

    public string Headline { get; init; } = "";

    /// <summary>Empty when not known.</summary>
    public string Location { get; init; } = "";

    public ImmutableArray<string> Emails { get; init; } = [];

    public ImmutableArray<Phone> Phones { get; init; } = [];

    public ImmutableArray<string> Links { get; init; } = [];

    public bool IsAnonymized { get; init; }

    /// <summary>Null when no policy applies.</summary>
    public DataProtection? DataProtection { get; init; }
}

/// <param name="Type"><c>mobile</c>, <c>home</c>, <c>work</c>, <c>skype</c>, <c>other</c> or null.</param>
/// <param name="Value">The number as it was typed.</param>
internal sealed record Phone(string? Type, string Value);

/// <param name="Allowed">Whether the processing is allowed now.</param>
/// <param name="ExpiresAt">When a consent ends; null when it does not.</param>
internal sealed record Consent(bool Allowed, long? ExpiresAt);

/// <param name="Store">May the person's data be kept?</param>
/// <param name="Contact">May the person be written to?</param>
internal sealed record DataProtection(Consent Store, Consent Contact);
