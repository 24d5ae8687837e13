using CiivSoft.Cli.Doctor.Checks;

namespace CiivSoft.Cli.Doctor;

/// <summary>Every check, in the order of the report.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
        .. MachineChecks.List,
        .. ProgramChecks.List,
        .. SettingChecks.List,
        .. FolderChecks.List,
        .. KeyChecks.List,
        .. DatabaseChecks.List,
        .. PostgresChecks.List,
        .. SiloChecks.List,
        .. LeverChecks.List,
        .. AccountChecks.List,
        .. WorkChecks.List,
    ];
}
