using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace CiivSoft.Cli.Terminals;

/// <summary>Where a command writes: results on standard output, progress and trouble on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    // A pipe has no width; lines of a table are not broken for it.
    private const int WidthOfPipes = 140;

    /// <summary>JSON as the admin API writes it, indented for people.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Results for people.</summary>
    public IAnsiConsole Out { get; } = Create(output, Console.IsOutputRedirected);

    /// <summary>Progress, questions and trouble.</summary>
    public IAnsiConsole Error { get; } = Create(error, Console.IsErrorRedirected);

    /// <summary>Writes the command's one JSON document.</summary>
    public void WriteJson<T>(T document) => output.WriteLine(JsonSerializer.Serialize(document, Json));

    /// <summary>Writes a line as it is: an address or a path that is broken for the width cannot be clicked or copied.</summary>
    public void WriteUnbroken(string line) => output.WriteLine(line);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var isTerminal =
            !isRedirected && (ReferenceEquals(writer, Console.Out) || ReferenceEquals(writer, Console.Error));
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (!isTerminal)
        {
            settings.Ansi = AnsiSupport.No;
            settings.ColorSystem = ColorSystemSupport.NoColors;
            settings.Interactive = InteractionSupport.No;
        }

        var console = AnsiConsole.Create(settings);
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfPipes;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
