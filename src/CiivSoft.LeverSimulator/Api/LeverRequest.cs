namespace CiivSoft.LeverSimulator.Api;

/// <summary>A request to <c>/v1</c>, detached from its connection, because some are carried out after that is gone.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Without <c>/v1</c>.</param>
/// <param name="Query">As it stands in the address.</param>
/// <param name="Authorization">The header; it is not kept in the history.</param>
/// <param name="Body">The body.</param>
/// <param name="ReceivedAt">The world's time.</param>
/// <param name="ReceivedAtReal">The time outside.</param>
internal sealed record LeverRequest(
    string Method,
    string Path,
    string Query,
    string? Authorization,
    RequestBody Body,
    long ReceivedAt,
    long ReceivedAtReal
)
{
    public bool IsWrite => Method != "GET";
}
