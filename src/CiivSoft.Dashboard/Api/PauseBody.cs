using CiivSoft.Abstractions;

namespace CiivSoft.Dashboard.Api;

/// <summary>What a pause covers; null for everything of that kind.</summary>
internal sealed record PauseBody(Solution? Solution, string? PostingId);
