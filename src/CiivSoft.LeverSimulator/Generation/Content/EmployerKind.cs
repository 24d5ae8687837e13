using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Content;

internal sealed record EmployerKind(string Key, ImmutableArray<string> FirstWords, ImmutableArray<string> LastWords);
