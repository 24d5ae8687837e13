using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Word;

/// <summary>What surrounds the text in hand.</summary>
internal sealed record WordContext
{
    public RunFormat Format { get; init; } = RunFormat.Default;

    /// <summary>The colour behind the text, or null when unknown (a picture, a gradient).</summary>
    public Ink? Ground { get; init; } = Ink.White;

    /// <summary>The technique that hides everything here, or null.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>The technique that hides the lines here, but nothing that floats beside them.</summary>
    public string? LineHiddenBy { get; init; }
}
