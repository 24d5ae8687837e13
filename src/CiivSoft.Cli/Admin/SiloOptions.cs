using System.CommandLine;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>The options by which a command finds its silo, and how they are read together with the environment.</summary>
internal sealed class SiloOptions
{
    public const string DefaultServer = "http://127.0.0.1:8080";
    public const string TokenFile = "admin-token";

    private const string ServerVariable = "CIIVSOFT_SERVER";
    private const string TokenVariable = "CIIVSOFT_TOKEN";

    // The silo's own setting: in its container it is there for the command line too.
    private const string SiloTokenVariable = "CIIVSOFT__ADMINTOKEN";
    private const string DataVariable = "CIIVSOFT__DATA";

    public Option<Uri> Server { get; } =
        UrlOption.Create(
            "--server",
            $"Address of the silo; else {ServerVariable}, else {DefaultServer}.",
            DefaultServer
        );

    public Option<string> Data { get; } =
        new("--data")
        {
            Description =
                $"Data folder of the silo, for its token; else {TokenVariable}, else {DataVariable}, else ./data.",
            HelpName = "DIR",
        };

    public void AddTo(Command command)
    {
        command.Add(Server);
        command.Add(Data);
    }

    /// <summary>A client of the silo that is meant.</summary>
    /// <exception cref="CliException">There is no token.</exception>
    public AdminApi Open(ParseResult parsed)
    {
        var server = parsed.GetValue(Server) ?? ServerOfEnvironment() ?? new Uri(DefaultServer);
        return new AdminApi(server, FindToken(parsed.GetValue(Data)));
    }

    private static Uri? ServerOfEnvironment()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is not { Length: > 0 } text)
        {
            return null;
        }

        return UrlOption.Parse(text)
            ?? throw new CliException(
                ExitCodes.NotDone,
                $"{ServerVariable} is '{text}', which is no address of a silo.",
                $"Set it to an address such as {DefaultServer}."
            );
    }

    /// <summary>
    /// The token among variables of the environment; null where none holds one, or a folder was named on the command line, which
    /// is meant more.
    /// </summary>
    public static string? TokenAmong(Func<string, string?> variable, bool isFolderNamed) =>
        isFolderNamed ? null
        : variable(TokenVariable) is { Length: > 0 } token ? token.Trim()
        : variable(SiloTokenVariable) is { Length: > 0 } own ? own.Trim()
        : null;

    private static string FindToken(string? data)
    {
        if (TokenAmong(Environment.GetEnvironmentVariable, data is not null) is { } token)
        {
            return token;
        }

        var folder = data ?? Environment.GetEnvironmentVariable(DataVariable) ?? "data";
        var path = Path.Combine(Path.GetFullPath(folder), TokenFile);
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitCodes.NoAccess,
                $"The silo's token cannot be read from {path}.",
                $"Name the silo's data folder with --data DIR, or set {TokenVariable}."
            );
        }
    }
}
