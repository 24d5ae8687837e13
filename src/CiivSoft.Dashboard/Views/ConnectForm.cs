using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Dashboard.Views;

/// <summary>
/// What the form that connects an account holds. The key is taken out of the page into here and never written back into it,
/// nor into an address or a log; it is gone with the page.
/// </summary>
public sealed class ConnectForm
{
    private const int MaxKeyLength = 500;

    /// <summary>The account's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>One of <see cref="LeverAddresses"/>.</summary>
    public string Address { get; set; } = LeverAddresses.Known[0].Address;

    /// <summary>The address where none of Lever's own is chosen.</summary>
    public string OwnAddress { get; set; } = "";

    /// <summary>Lever's id of the service user.</summary>
    public string ServiceUser { get; set; } = "";

    /// <summary>The key as it was typed.</summary>
    public SecretText Key { get; set; } = new("");

    /// <summary>What keeps the form from being used, the first thing first; null when nothing does.</summary>
    public string? Problem =>
        !IsName(Name)
            ? "The account's name is 1 to 40 lower-case letters, digits and inner hyphens, such as acme or acme-uk."
        : LeverAddresses.Read(Address, OwnAddress) is null ? "Lever's address begins with https:// and holds no key."
        : string.IsNullOrWhiteSpace(ServiceUser)
            ? "The service user's id is missing: everything is written in its name."
        : string.IsNullOrWhiteSpace(Key.Value) ? "The API key is missing."
        : Key.Value.Length > MaxKeyLength || Key.Value.Trim().Any(char.IsWhiteSpace)
            ? "This is no API key of Lever's: it is too long or has blanks in it."
        : null;

    /// <summary>What to ask the account for.</summary>
    /// <exception cref="InvalidOperationException">There is a <see cref="Problem"/>.</exception>
    public ConnectRequest Request(AccountMode? mode) =>
        Problem is null && LeverAddresses.Read(Address, OwnAddress) is { } address
            ? new ConnectRequest(address, new SecretText(Key.Value.Trim()), ServiceUser.Trim(), mode, ScanEvery: null)
            : throw new InvalidOperationException("The form is not complete.");

    /// <summary>The form for another key of an account that is connected.</summary>
    public static ConnectForm Again(string name, Uri address, string serviceUser)
    {
        ArgumentNullException.ThrowIfNull(address);
        var isKnown = LeverAddresses.IsKnown(address.AbsoluteUri);
        return new()
        {
            Name = name,
            Address = isKnown ? address.AbsoluteUri : LeverAddresses.Own,
            OwnAddress = isKnown ? "" : address.AbsoluteUri,
            ServiceUser = serviceUser,
        };
    }

    private static bool IsName(string name)
    {
        try
        {
            _ = new AccountKey(name);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
