using System.CommandLine;

namespace CiivSoft.Cli.Terminals;

/// <summary>
/// A command in the shape that all commands of the program have: an example in its help, <c>--json</c> when it prints a
/// document (its type is declared, its schema is in <c>docs/reference/schemas</c>), <c>--dry-run</c> when it changes something,
/// exit codes that are documented. Tests walk all commands and refuse one that is not of this class.
/// </summary>
/// <example>
/// <code>
/// var command = new CliCommand("keys", "Lists the encryption keys.", "keys");
/// command.Prints&lt;IReadOnlyList&lt;ListedKey&gt;&gt;();
/// return command.Does(async call => call.Done(await …, keys => Show(keys, call.Terminal)));
/// </code>
/// </example>
internal sealed class CliCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document instead of text." };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Say what would be done, and change nothing.",
    };

    private readonly List<Type> _documents = [];
    private readonly SortedSet<int> _exitCodes = [Terminals.ExitCodes.Done, Terminals.ExitCodes.NotDone];

    /// <param name="name">The word on the command line.</param>
    /// <param name="description">What it does, in a sentence or two.</param>
    /// <param name="example">A command line that works, without the program's name.</param>
    public CliCommand(string name, string description, string example)
        : base(name, description)
    {
        Example = example;
    }

    public string Example { get; }

    /// <summary>What standard output may hold with <c>--json</c>: a document of one of these types; empty without that option.</summary>
    public IReadOnlyList<Type> Documents => _documents;

    /// <summary>Whether it changes something that outlives it, and so has <c>--dry-run</c>.</summary>
    public bool IsWrite { get; private set; }

    /// <summary>What it may end with, besides Ctrl+C.</summary>
    public IEnumerable<int> ExitCodes => _exitCodes;

    /// <summary>It prints a document of this type; several for a command whose answer depends on its options.</summary>
    public CliCommand Prints<T>()
    {
        _documents.Add(typeof(T));
        return this;
    }

    /// <summary>It changes something: the job must ask <see cref="CliCall.IsDryRun" /> before it does.</summary>
    public CliCommand Writes()
    {
        IsWrite = true;
        return this;
    }

    /// <summary>It may end with these too.</summary>
    public CliCommand EndsWith(params IEnumerable<int> exitCodes)
    {
        _exitCodes.UnionWith(exitCodes);
        return this;
    }

    /// <summary>Says what it does, adds the shared options behind the command's own.</summary>
    public CliCommand Does(Func<CliCall, Task<int>> job)
    {
        if (_documents.Count > 0)
        {
            Add(_json);
        }

        if (IsWrite)
        {
            Add(_dryRun);
            _documents.Add(typeof(DryRun));
        }

        SetAction((parsed, cancellationToken) => Jobs.RunAsync(CallOf(parsed, cancellationToken), job));
        return this;
    }

    private CliCall CallOf(ParseResult parsed, CancellationToken cancellationToken) =>
        new()
        {
            Command = this,
            Parsed = parsed,
            Terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error),
            Json = _documents.Count > 0 && parsed.GetValue(_json),
            IsDryRun = IsWrite && parsed.GetValue(_dryRun),
            CancellationToken = cancellationToken,
        };
}
