namespace CiivSoft.Cli.Help;

/// <summary>Scripts for shells. Each asks the program itself by its directive <c>[suggest:POSITION]</c>.</summary>
internal static class CompletionScripts
{
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    public static string For(string shell) =>
        shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => PowerShell,
            _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "There is no script for this shell."),
        };

    // The program is called by the word that was typed, so that a path or an alias works too. Where it has nothing to
    // suggest, the shell completes file names (-o default).
    private const string Bash = """
        # ciivsoft: completion for bash
        _ciivsoft_complete() {
            local candidates
            mapfile -t candidates < <("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            mapfile -t COMPREPLY < <(compgen -W "${candidates[*]}" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _ciivsoft_complete ciivsoft
        """;

    private const string Zsh = """
        # ciivsoft: completion for zsh
        _ciivsoft() {
            local -a candidates
            candidates=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            candidates=(${candidates:#})
            if (( ${#candidates} )); then
                compadd -a candidates
            else
                _files
            fi
        }
        compdef _ciivsoft ciivsoft
        """;

    private const string Fish = """
        # ciivsoft: completion for fish
        function __ciivsoft_complete
            set -l line (commandline -cp)
            ciivsoft "[suggest:"(string length -- $line)"]" $line 2>/dev/null
        end
        complete -c ciivsoft -a '(__ciivsoft_complete)'
        """;

    private const string PowerShell = """
        # ciivsoft: completion for PowerShell
        Register-ArgumentCompleter -Native -CommandName ciivsoft -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString()
            & ciivsoft "[suggest:$cursorPosition]" $line 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}
