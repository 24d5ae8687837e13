namespace CiivSoft.Cli.Checking;

/// <summary>Something that must always hold and does not.</summary>
/// <param name="Invariant"><c>I1</c> … <c>I8</c>.</param>
/// <param name="Code">Which rule of the invariant, for example <c>undecided</c>.</param>
/// <param name="Message">What is wrong, without personal data.</param>
/// <param name="Ids">Lever's and our ids that it is about.</param>
/// <param name="Sequences">Numbers of the simulator's history where it shows; empty when it shows in the tables alone.</param>
internal sealed record Breach(
    string Invariant,
    string Code,
    string Message,
    IReadOnlyList<string> Ids,
    IReadOnlyList<long> Sequences
)
{
    public Breach(string invariant, string code, string message, params string?[] ids)
        : this(invariant, code, message, [.. ids.OfType<string>()], []) { }

    public Breach At(params IReadOnlyList<long> sequences) => this with { Sequences = sequences };
}
