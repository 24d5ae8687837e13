namespace CiivSoft.Lever.Transport;

/// <summary>
/// Which requests may carry the key: those that fit a <see cref="LeverRoute"/> below the account's address. The only one that
/// archives is <see cref="LeverRoute.ArchiveOpportunity"/>, undo's.
/// </summary>
internal static class AllowList
{
    public static bool Permits(HttpMethod method, Uri uri, Uri baseUri) =>
        baseUri.IsBaseOf(uri)
        && LeverRoute.All.Any(route => route.Method == method && Fits(route.Template, Below(baseUri, uri)));

    private static ReadOnlySpan<char> Below(Uri baseUri, Uri uri) =>
        uri.AbsolutePath.AsSpan(baseUri.AbsolutePath.Length);

    private static bool Fits(string template, ReadOnlySpan<char> path)
    {
        var wanted = template.AsSpan().Split('/');
        foreach (var part in path.Split('/'))
        {
            if (!wanted.MoveNext())
            {
                return false;
            }

            var segment = wanted.Source[wanted.Current];
            var given = path[part];
            if (segment is LeverRoute.IdSegment ? given.IsEmpty : !given.SequenceEqual(segment))
            {
                return false;
            }
        }

        return !wanted.MoveNext();
    }
}

/// <summary>
/// The last gate before the network: a request with a key that is not on the allow-list never leaves, whoever built it,
/// and neither does anything but a GET without a key.
/// </summary>
internal sealed class AllowListHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The account's address, which every request with a key must name.</summary>
    public static readonly HttpRequestOptionsKey<Uri> BaseUri = new("CiivSoft.Lever.BaseUri");

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return MayLeave(request)
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException("A request that is not on the allow-list was about to be sent.");
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests are sent asynchronously.");

    private static bool MayLeave(HttpRequestMessage request) =>
        request.Headers.Authorization is null
            ? request.Method == HttpMethod.Get
            : request is { RequestUri: { } uri }
                && request.Options.TryGetValue(BaseUri, out var baseUri)
                && AllowList.Permits(request.Method, uri, baseUri);
}
