namespace CiivSoft.Dashboard.Views;

/// <summary>Where Lever's API is found, for the form that connects an account.</summary>
internal static class LeverAddresses
{
    /// <summary>Chosen for an address that is typed in.</summary>
    public const string Own = "own";

    /// <summary>Lever's own, the usual one first.</summary>
    public static readonly (string Address, string Name)[] Known =
    [
        ("https://api.lever.co/v1", "Lever, United States"),
        ("https://api.eu.lever.co/v1", "Lever, Europe"),
        ("https://api.sandbox.lever.co/v1", "Lever's sandbox"),
    ];

    /// <summary>Whether it is one of Lever's own; another one is shown in the field for it.</summary>
    public static bool IsKnown(string address) => Known.Any(k => k.Address == address);

    /// <summary>The address to use; null when it is none of the web.</summary>
    public static Uri? Read(string chosen, string own) =>
        Uri.TryCreate(chosen == Own ? own.Trim() : chosen, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.UserInfo.Length == 0
            ? address
            : null;
}
