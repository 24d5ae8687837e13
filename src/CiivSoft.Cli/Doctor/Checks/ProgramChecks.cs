using System.Globalization;
using System.Net.NetworkInformation;
using System.Text;
using CiivSoft.Documents;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The programs and files that come with the product, and those that may be installed beside it.</summary>
internal static class ProgramChecks
{
    private const string Sample = "Registered pharmacist with seven years of experience in hospitals.";

    // Two ports that Orleans listens on, by setting and default.
    private static readonly (string Variable, int Default)[] ClusterPorts =
    [
        ("CIIVSOFT__CLUSTER__SILOPORT", 11111),
        ("CIIVSOFT__CLUSTER__GATEWAYPORT", 30000),
    ];

    public static IReadOnlyList<Check> List { get; } =
    [
        new("document-worker", "The document worker starts and reads a document", WorkerAsync),
        new("model", "The matching's model is whole", (_, _) => Task.Run(Model)),
        Check.Of(
            "ocr",
            "Scanned résumés can be read",
            around =>
                Tool(
                    around,
                    "tesseract",
                    "Scanned résumés cannot be read: each stays in New Applicant with a note.",
                    "tesseract-ocr and poppler-utils"
                )
        ),
        Check.Of(
            "legacy-word",
            "Résumés in the old Word format can be read",
            around =>
                Tool(around, "antiword", "Old .doc files cannot be read unless LibreOffice is installed.", "antiword")
        ),
        new("ports", "No other program has the silo's ports", PortsAsync),
    ];

    private static async Task<IReadOnlyList<Complaint>?> WorkerAsync(
        Surroundings around,
        CancellationToken cancellationToken
    )
    {
        var options = new DocumentReaderOptions
        {
            Workers = 1,
            StartTimeLimit = TimeSpan.FromSeconds(4),
            UseInstalledTools = false,
        };
        if (around.Options.WorkerPath is { } path)
        {
            options = new DocumentReaderOptions
            {
                Workers = 1,
                StartTimeLimit = options.StartTimeLimit,
                UseInstalledTools = false,
                WorkerPath = path,
            };
        }

        using var pool = new DocumentReaderPool(options);
        try
        {
            var reading = await pool.ReadAsync(Encoding.UTF8.GetBytes(Sample), "sample.txt", cancellationToken);
            return reading.Text.Contains(Sample, StringComparison.Ordinal)
                ? []
                :
                [
                    Complaint.Problem(
                        $"The document worker read a plain text as '{reading.Verdict}'.",
                        "Install the product again, whole."
                    ),
                ];
        }
        catch (DocumentReaderException failure)
        {
            return
            [
                Complaint.Problem(
                    $"The document worker does not start: {failure.Message}",
                    "Résumé files cannot be read without it. Build or install the product again, whole: the folder 'worker' belongs beside the program."
                ),
            ];
        }
    }

    private static IReadOnlyList<Complaint>? Model()
    {
        try
        {
            MatchingEngine.LoadDefault();
            return [];
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException)
        {
            return
            [
                Complaint.Problem(
                    $"The matching's model cannot be loaded: {failure.Message}",
                    "Install the product again, whole."
                ),
            ];
        }
    }

    private static IEnumerable<Complaint> Tool(Surroundings around, string name, string without, string package)
    {
        var folders = (around.Options.Variables.GetValueOrDefault("PATH") ?? "").Split(Path.PathSeparator);
        if (
            !folders.Any(folder =>
                File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, $"{name}.exe"))
            )
        )
        {
            yield return Complaint.Hint(
                $"{name} is not installed. {without}",
                $"Where such files come in: install {package}."
            );
        }
    }

    private static async Task<IReadOnlyList<Complaint>?> PortsAsync(
        Surroundings around,
        CancellationToken cancellationToken
    )
    {
        var silo = await around.Silo.WaitAsync(cancellationToken);
        if (silo.IsSilo)
        {
            return null; // They are its own.
        }

        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port).ToHashSet();
        return
        [
            .. ClusterPorts
                .Select(port => (port.Variable, Port: PortOf(around, port.Variable, port.Default)))
                .Where(port => taken.Contains(port.Port))
                .Select(port =>
                    Complaint.Problem(
                        $"Another program listens on port {port.Port}, and no silo answers at {around.Options.Server.AbsoluteUri}: a silo could not start.",
                        $"Stop that program, or give the silo another port with {port.Variable}."
                    )
                ),
        ];
    }

    private static int PortOf(Surroundings around, string variable, int otherwise) =>
        int.TryParse(around.Settings.Find(variable), CultureInfo.InvariantCulture, out var port) ? port : otherwise;
}
