namespace CiivSoft.Lever;

/// <summary>Where an account's Lever is, and as whom we call it.</summary>
public sealed class LeverConnection
{
    private const string ApiVersion = "v1";

    /// <param name="baseUri">For example <c>https://api.lever.co/v1</c>; the version may be left out.</param>
    /// <param name="apiKey">The key of the account.</param>
    /// <param name="serviceUserId">Lever's id of the CiiVSOFT service user; every write is performed as this user.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http(s) address, carries a user, query or fragment, or is plain http to lever.co.</exception>
    public LeverConnection(Uri baseUri, LeverApiKey apiKey, string serviceUserId)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        ArgumentNullException.ThrowIfNull(apiKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceUserId);
        BaseUri = Normalize(baseUri);
        ApiKey = apiKey;
        ServiceUserId = serviceUserId.Trim();
    }

    /// <summary>The address with the version and a slash at its end, for example <c>https://api.lever.co/v1/</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The key of the account.</summary>
    public LeverApiKey ApiKey { get; }

    /// <summary>Sent as <c>perform_as</c> with every write.</summary>
    public string ServiceUserId { get; }

    /// <summary>The address and the service user, never the key.</summary>
    public override string ToString() => $"{BaseUri} as {ServiceUserId}";

    private static Uri Normalize(Uri uri)
    {
        if (!uri.IsAbsoluteUri || !(Has(uri, Uri.UriSchemeHttps) || Has(uri, Uri.UriSchemeHttp)))
        {
            throw new ArgumentException("The address of Lever must be an absolute https address.", nameof(uri));
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException("The address of Lever must have no user, query or fragment.", nameof(uri));
        }

        if (Has(uri, Uri.UriSchemeHttp) && IsLever(uri.Host))
        {
            throw new ArgumentException("Lever is reached by https only; http would show the key.", nameof(uri));
        }

        var path = uri.AbsolutePath.Trim('/');
        var isVersioned = path is ApiVersion || path.EndsWith("/" + ApiVersion, StringComparison.Ordinal);
        var full = isVersioned ? path : $"{path}/{ApiVersion}".TrimStart('/');
        return new Uri(uri.GetLeftPart(UriPartial.Authority) + "/" + full + "/", UriKind.Absolute);
    }

    private static bool Has(Uri uri, string scheme) => uri.Scheme.Equals(scheme, StringComparison.Ordinal);

    private static bool IsLever(string host) =>
        host.Equals("lever.co", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".lever.co", StringComparison.OrdinalIgnoreCase);
}
