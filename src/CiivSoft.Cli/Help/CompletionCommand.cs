using System.CommandLine;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Help;

/// <summary><c>ciivsoft completion</c>: a script that makes a shell complete commands and options with the Tab key.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        var command = new CliCommand(
            "completion",
            "Prints a script that completes commands and options with the Tab key. No silo is asked.\n\n"
                + "bash: put  source <(ciivsoft completion bash)  into ~/.bashrc\n"
                + "zsh:  put  source <(ciivsoft completion zsh)  into ~/.zshrc, behind compinit\n"
                + "fish: ciivsoft completion fish > ~/.config/fish/completions/ciivsoft.fish\n"
                + "pwsh: put  ciivsoft completion pwsh | Out-String | Invoke-Expression  into $PROFILE",
            "completion bash"
        )
        {
            shell,
        };
        return command.Does(call =>
        {
            call.Terminal.WriteUnbroken(CompletionScripts.For(call.Parsed.GetRequiredValue(shell)));
            return Task.FromResult(ExitCodes.Done);
        });
    }
}
