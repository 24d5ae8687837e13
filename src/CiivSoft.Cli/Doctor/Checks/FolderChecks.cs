namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The data folder.</summary>
internal static class FolderChecks
{
    private const long LeastBytes = 200L * 1024 * 1024;
    private const long FewBytes = 1024L * 1024 * 1024;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.Of("data-folder", "The data folder is there", Present),
        Check.Of("data-writable", "The data folder can be written to", Writable),
        Check.Of("data-private", "The data folder is for its owner alone", Private),
        Check.Of("disk-space", "There is space on the disk of the data folder", Space),
        Check.Of("token-private", "The file with the admin token is for its owner alone", Token),
    ];

    /// <summary>Complains when others than the owner may do something with a file or folder.</summary>
    public static IEnumerable<Complaint> ForOwnerAlone(string path, string what)
    {
        if (OperatingSystem.IsWindows() || (!File.Exists(path) && !Directory.Exists(path)))
        {
            yield break;
        }

        var mode = File.GetUnixFileMode(path);
        if ((mode & Others) != UnixFileMode.None)
        {
            var wanted = Directory.Exists(path) ? "700" : "600";
            yield return Complaint.Problem(
                $"{what} {path} has mode {Convert.ToString((int)mode, 8)}: other users of this machine can get at it.",
                $"chmod {wanted} {path}"
            );
        }
    }

    private static IEnumerable<Complaint> Present(Surroundings around)
    {
        if (File.Exists(around.DataFolder))
        {
            yield return Complaint.Problem(
                $"The data folder {around.DataFolder} is a file.",
                "Name a folder with --data DIR or CIIVSOFT__DATA."
            );
        }
        else if (!Directory.Exists(around.DataFolder))
        {
            yield return Complaint.Problem(
                $"There is no data folder {around.DataFolder}.",
                "Name the silo's data folder with --data DIR or CIIVSOFT__DATA. A silo that starts for the first time makes it."
            );
        }
    }

    private static IEnumerable<Complaint>? Writable(Surroundings around)
    {
        if (!Directory.Exists(around.DataFolder))
        {
            return null;
        }

        // A trial would change the folder; root may do everything, whatever the mode says.
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        var mode = File.GetUnixFileMode(around.DataFolder);
        return mode.HasFlag(UnixFileMode.UserWrite | UnixFileMode.UserExecute)
            ? []
            :
            [
                Complaint.Problem(
                    $"The data folder {around.DataFolder} has mode {Convert.ToString((int)mode, 8)}: its owner cannot write to it.",
                    $"chmod 700 {around.DataFolder}, and see that the user who runs the silo owns it."
                ),
            ];
    }

    private static IEnumerable<Complaint>? Private(Surroundings around) =>
        Directory.Exists(around.DataFolder) ? ForOwnerAlone(around.DataFolder, "The data folder") : null;

    private static IEnumerable<Complaint>? Token(Surroundings around)
    {
        var file = Path.Combine(around.DataFolder, Admin.SiloOptions.TokenFile);
        return File.Exists(file) ? ForOwnerAlone(file, "The file of the admin token") : null;
    }

    private static IEnumerable<Complaint>? Space(Surroundings around) =>
        Directory.Exists(around.DataFolder)
            ? SpaceLeft(new DriveInfo(around.DataFolder).AvailableFreeSpace, around.DataFolder)
            : null;

    /// <summary>Judges how much is left.</summary>
    public static IEnumerable<Complaint> SpaceLeft(long bytes, string folder)
    {
        if (bytes < FewBytes)
        {
            yield return new Complaint(
                bytes < LeastBytes ? Severity.Problem : Severity.Warning,
                $"Only {bytes / (1024 * 1024)} MB are free on the disk of {folder}. A silo that cannot write stops deciding.",
                "Make space, or move the data folder to a larger disk. 100,000 candidates take about 1.6 GB."
            );
        }
    }
}
