using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Content;

internal sealed record NamingCulture(string Key, ImmutableArray<NamePart> Given, ImmutableArray<NamePart> Family);

/// <summary>A part of a name, in Latin letters and, where the culture has another script, in that.</summary>
internal sealed record NamePart(string Latin, string Own);
