using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Content;

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English.</param>
/// <param name="TelephoneNumber">With slots; numbers that belong to nobody, as far as the country reserves such.</param>
/// <param name="Schools">Universities.</param>
/// <param name="Towns">At least one.</param>
internal sealed record Country(
    string Code,
    string Name,
    string TelephoneNumber,
    ImmutableArray<string> Schools,
    ImmutableArray<string> Towns
);
