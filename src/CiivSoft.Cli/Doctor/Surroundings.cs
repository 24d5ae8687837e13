using CiivSoft.Cli.Settings;
using CiivSoft.Storage;
using CiivSoft.Storage.Inspection;

namespace CiivSoft.Cli.Doctor;

/// <summary>What the doctor looks at. What costs time begins at once and is shared by the checks.</summary>
internal sealed class Surroundings
{
    public Surroundings(DoctorOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        Options = options;
        Clock = clock;
        Settings = new EffectiveSettings(options.Variables, options.AppSettings);
        Storage = StorageInspection.LookAsync(StorageOptions, cancellationToken);
        Silo = new SiloVisit(options.Server, options.Token).AskAsync(cancellationToken);
    }

    public DoctorOptions Options { get; }

    public TimeProvider Clock { get; }

    public EffectiveSettings Settings { get; }

    public string DataFolder => Path.GetFullPath(Options.Data);

    public string KeyFolder =>
        Settings.Find("CIIVSOFT__KEYFOLDER") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(DataFolder, "keys");

    public string Database => Path.Combine(DataFolder, "ciivsoft.db");

    public string? Postgres => Settings.Find("CIIVSOFT__POSTGRES") is { Length: > 0 } connection ? connection : null;

    public bool HasKeySetting => Settings.Find("CIIVSOFT__KEYS") is { Length: > 0 };

    /// <summary>The database; the look begins with the examination.</summary>
    public Task<StorageInspection> Storage { get; }

    /// <summary>The silo; it is asked when the examination begins.</summary>
    public Task<SiloFacts> Silo { get; }

    private StorageOptions StorageOptions =>
        new()
        {
            DataFolder = DataFolder,
            Postgres = Postgres,
            KeyFolder = KeyFolder,
            Keys = Settings.Find("CIIVSOFT__KEYS"),
            MigrateAtStart = false,
        };
}

/// <summary>What to examine.</summary>
/// <param name="Server">The silo's address.</param>
/// <param name="Token">The admin token; null when there is none.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Variables">The environment that the silo has, or would have.</param>
/// <param name="AppSettings">The silo's <c>appsettings.json</c>; null when it is not here.</param>
/// <param name="WorkerPath">The document worker; null for the one beside this program.</param>
internal sealed record DoctorOptions(
    Uri Server,
    string? Token,
    string Data,
    IReadOnlyDictionary<string, string> Variables,
    FileInfo? AppSettings = null,
    string? WorkerPath = null
);
