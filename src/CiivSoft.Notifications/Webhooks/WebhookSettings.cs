namespace CiivSoft.Notifications.Webhooks;

/// <summary>The address that messages are posted to. Section <c>CiivSoft:Notify:Webhook</c>.</summary>
public sealed class WebhookSettings
{
    private const string Prefix = "CIIVSOFT__NOTIFY__WEBHOOK__";

    /// <summary>Null, the default: nothing is posted. It must be https, but on this machine.</summary>
#pragma warning disable CA1056 // As it was written, so that Problem can say what is wrong with it.
    public string? Url { get; set; }
#pragma warning restore CA1056

    /// <summary>What messages are signed with: <c>whsec_</c> and 24 to 64 bytes in base64. Null by default; needed with an address.</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds the secret, read for every message; instead of <see cref="Secret"/>. Null by default.</summary>
    public string? SecretFile { get; set; }

    /// <summary>The address; null where none that can be used is set.</summary>
    internal Uri? Address =>
        Uri.TryCreate(Url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
            ? address
            : null;

    internal string? Problem =>
        string.IsNullOrWhiteSpace(Url) ? null
        : Address is null
            ? $"CiivSoft:Notify:Webhook:Url ({Prefix}URL) is no address that can be used: it must be https without a user, or http "
                + "on this machine."
        : SecretSource.FindProblem(Secret, SecretFile, $"{Prefix}SECRET") is { } problem ? problem
        : !WebhookSecret.IsUsable(ReadSecret())
            ? $"CiivSoft:Notify:Webhook:Secret ({Prefix}SECRET) must be whsec_ and 24 to 64 bytes in base64, since {Prefix}URL is set."
        : null;

    internal string? ReadSecret() => SecretSource.Read(Secret, SecretFile);
}
