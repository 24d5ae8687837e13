using System.Globalization;

namespace CiivSoft.Simulation.Clockwork;

/// <summary>Everything that happens, folded into one number (FNV-1a, 64 bits); with a listener also as lines.</summary>
internal sealed class Trace(Timeline timeline, Action<string>? listener)
{
    private const ulong Prime = 1099511628211;

    public ulong Hash { get; private set; } = 14695981039346656037;

    public long Lines { get; private set; }

    public string Text => Hash.ToString("x16", CultureInfo.InvariantCulture);

    public void Add(string kind, string what)
    {
        Lines++;
        Fold((ulong)timeline.Now);
        Fold(kind);
        Fold(what);
        listener?.Invoke($"{Moment()} {kind, -9} {what}");
    }

    private string Moment() => timeline.Elapsed.ToString(@"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private void Fold(string text)
    {
        foreach (var c in text)
        {
            Fold(c);
        }
    }

    private void Fold(ulong value) => Hash = (Hash ^ value) * Prime;
}
