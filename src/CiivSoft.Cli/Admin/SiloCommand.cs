using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>What all commands that ask a silo share: its address and token, what may go wrong with it.</summary>
internal sealed class SiloCommand
{
    private readonly SiloOptions _silo = new();

    public SiloCommand(string name, string description, string example)
    {
        Command = new CliCommand(name, description, example);
        Command.EndsWith(ExitCodes.Unreachable, ExitCodes.NoAccess, ExitCodes.NotFound, ExitCodes.Refused);
    }

    public CliCommand Command { get; }

    /// <summary>Adds the shared options behind the command's own and says what it does.</summary>
    public CliCommand Does(Func<SiloCall, Task<int>> job)
    {
        _silo.AddTo(Command);
        return Command.Does(async call =>
        {
            using var api = _silo.Open(call.Parsed);
            return await job(new SiloCall(call, api));
        });
    }
}

/// <summary>One call of such a command.</summary>
internal record SiloCall : CliCall
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public SiloCall(CliCall call, AdminApi api)
        : base(call)
    {
        Api = api;
    }

    /// <summary>The silo.</summary>
    public AdminApi Api { get; }
}
