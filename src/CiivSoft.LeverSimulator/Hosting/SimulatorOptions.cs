using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>What the command line says.</summary>
internal sealed record SimulatorOptions
{
    public const double LeverRate = 10;

    /// <summary>Where to listen; several are separated by semicolons. Port 0 takes any free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:4010";

    /// <summary><c>empty</c>, <c>demo</c>, <c>generated:N</c> or a folder.</summary>
    public string World { get; init; } = "demo";

    public int Seed { get; init; } = 1;

    /// <summary>The keys; empty makes one of each profile with the names of <see cref="KeyOption.Defaults"/>.</summary>
    public ImmutableArray<KeyOption> Keys { get; init; } = [];

    /// <summary>Requests a second for each key; 0 for no limit. The default is Lever's 10.</summary>
    public double Rate { get; init; } = LeverRate;

    /// <summary>Added to every answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>False leaves the stage <c>CiiVSOFT SCREENED</c> out.</summary>
    public bool HasScreenedStage { get; init; } = true;

    /// <summary>Whether a note moves <c>updatedAt</c>, as Lever's documentation says, or not, as was recorded.</summary>
    public bool NotesMoveUpdatedAt { get; init; }

    /// <summary>Whether 429 comes with <c>Retry-After: 1</c>.</summary>
    public bool SendsRetryAfter { get; init; }

    /// <summary>Whether the simulator stops when its standard input ends, and so does not outlive the program that started it.</summary>
    public bool StopsWithInput { get; init; }

    /// <summary>Whether administration is served to other machines; by default only to this one.</summary>
    public bool HasOpenAdministration { get; init; }
}
