using System.CommandLine;

namespace CiivSoft.Cli.Terminals;

/// <summary>Options whose value is a web address.</summary>
internal static class UrlOption
{
    /// <param name="name">The option.</param>
    /// <param name="description">Its description.</param>
    /// <param name="example">An address for the message when the value is none.</param>
    public static Option<Uri> Create(string name, string description, string example) =>
        new(name)
        {
            Description = description,
            HelpName = "URL",
            CustomParser = argument =>
            {
                if (Parse(argument.Tokens[0].Value) is { } url)
                {
                    return url;
                }

                argument.AddError($"{name} must be an address such as {example}");
                return null;
            },
        };

    /// <summary>An absolute http or https address; null for anything else.</summary>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;
}
