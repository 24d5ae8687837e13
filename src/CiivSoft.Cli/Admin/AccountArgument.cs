using System.CommandLine;

namespace CiivSoft.Cli.Admin;

/// <summary>How commands name an account.</summary>
internal static class AccountArgument
{
    /// <summary>As first argument.</summary>
    public static Argument<string> Create() =>
        new("account") { Description = "Name of the connected account.", HelpName = "NAME" };

    /// <summary>As an option, where the argument is something else.</summary>
    public static Option<string> CreateOption() =>
        new("--account")
        {
            Description = "Name of the connected account.",
            HelpName = "NAME",
            Required = true,
        };
}
