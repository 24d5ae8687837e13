using Microsoft.Extensions.Configuration;

namespace CiivSoft.Dashboard.Access;

/// <summary>
/// Section <c>CiivSoft:Login</c>: login through an OpenID Connect provider. Without <see cref="Authority"/> there are one-time
/// links alone.
/// </summary>
public sealed class LoginOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "CiivSoft:Login";

    /// <summary>Address of the provider. Null, the default, means that there is none.</summary>
    public string? Authority { get; set; }

    /// <summary>This application's id at the provider; needed with <see cref="Authority"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret; null for a public client, which proves itself by PKCE alone.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Claim with the user's roles or groups. The default is <c>roles</c>.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Value of that claim that makes a viewer. The default is <c>ciivsoft-viewer</c>.</summary>
    public string ViewerRole { get; set; } = "ciivsoft-viewer";

    /// <summary>Value that makes an operator. The default is <c>ciivsoft-operator</c>.</summary>
    public string OperatorRole { get; set; } = "ciivsoft-operator";

    /// <summary>Value that makes an admin. The default is <c>ciivsoft-admin</c>.</summary>
    public string AdminRole { get; set; } = "ciivsoft-admin";

    /// <summary>
    /// Claim with the names of the accounts that the user may see, <c>*</c> for all. A user without it sees none. The
    /// default is <c>ciivsoft_accounts</c>.
    /// </summary>
    public string AccountsClaim { get; set; } = "ciivsoft_accounts";

    /// <summary>Whether a link that logs in once is printed at the start. Null, the default: only without a provider.</summary>
    public bool? PrintLink { get; set; }

    internal static LoginOptions Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<LoginOptions>() ?? new LoginOptions();

    internal bool HasProvider => !string.IsNullOrWhiteSpace(Authority);

    internal bool PrintsLink => PrintLink ?? !HasProvider;

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    internal string? Problem =>
        HasProvider && string.IsNullOrWhiteSpace(ClientId)
            ? "CiivSoft:Login:ClientId (CIIVSOFT__LOGIN__CLIENTID) is missing: CiivSoft:Login:Authority is set, and the "
                + "provider asks for both. Set it to the id that the provider gave this application."
            : null;
}
