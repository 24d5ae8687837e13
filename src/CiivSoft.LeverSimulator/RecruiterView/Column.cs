using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <param name="Heading">The stage's text.</param>
/// <param name="Kind">For its colour: a pipeline, <c>screened</c> or <c>archived</c>.</param>
/// <param name="Count">All there are, with a plus sign when the reader stopped counting.</param>
/// <param name="Cards">The newest.</param>
internal sealed record Column(string Heading, string Kind, string Count, ImmutableArray<Card> Cards);
