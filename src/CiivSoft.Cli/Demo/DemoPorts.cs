using System.Net.NetworkInformation;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>The four ports of a demo, one after the other.</summary>
/// <param name="Silo">Dashboard and admin API; 8080 by default, as of any silo.</param>
internal sealed record DemoPorts(int Silo)
{
    public const int Default = 8080;

    private const int Count = 4;
    private const int Step = 10;
    private const int Tries = 10;

    /// <summary>Lever's API and the recruiter's view.</summary>
    public int Simulator => Silo + 1;

    /// <summary>Orleans between silos.</summary>
    public int Cluster => Silo + 2;

    /// <summary>Orleans for clients.</summary>
    public int Gateway => Silo + 3;

    /// <summary>The ports from <paramref name="wanted"/> on; without it the default ones, or free ones a little further up.</summary>
    /// <exception cref="CliException">They are taken.</exception>
    public static DemoPorts Choose(int? wanted)
    {
        var taken = IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Select(listener => listener.Port)
            .ToHashSet();
        return Choose(wanted, taken);
    }

    public static DemoPorts Choose(int? wanted, IReadOnlySet<int> taken)
    {
        if (wanted is { } first)
        {
            return IsFree(first, taken) ? new DemoPorts(first) : throw Taken(first);
        }

        for (var port = Default; port < Default + (Tries * Step); port += Step)
        {
            if (IsFree(port, taken))
            {
                return new DemoPorts(port);
            }
        }

        throw Taken(Default);
    }

    private static bool IsFree(int first, IReadOnlySet<int> taken) =>
        !Enumerable.Range(first, Count).Any(taken.Contains);

    private static CliException Taken(int first) =>
        new(
            ExitCodes.Broken,
            $"Of the ports {first} to {first + Count - 1}, at least one is taken.",
            "Name another first port, for example --port 9080."
        );
}
