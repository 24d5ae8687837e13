using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Pdf;

/// <summary>One character of a page, where it stands and how it is painted.</summary>
internal sealed class Glyph
{
    public required string Text { get; init; }

    /// <summary>Where the character starts on its baseline.</summary>
    public required Point Start { get; init; }

    /// <summary>Where the next character would start.</summary>
    public required Point End { get; init; }

    /// <summary>The em in points, as seen on the page.</summary>
    public required double Size { get; init; }

    /// <summary>How wide the em is painted, in points: its size unless the text is squeezed or stretched.</summary>
    public required double Breadth { get; init; }

    /// <summary>The ink's extent.</summary>
    public required Box Box { get; init; }

    /// <summary>Its place in the order of painting, shared with <see cref="PaintedArea.Order"/>.</summary>
    public required int Order { get; init; }

    /// <summary>Null when the colour is a pattern.</summary>
    public required Ink? Ink { get; init; }

    /// <summary>0 is invisible, 1 covers.</summary>
    public required double Opacity { get; init; }

    /// <summary>The part of the page that may be painted.</summary>
    public required Box Clip { get; init; }

    /// <summary>The technique that hides it by what it is, for example <c>render mode 3</c>; null when only its surroundings can.</summary>
    public required string? HiddenBy { get; init; }

    /// <summary>A soft mask is in force, so nothing is known about what is seen.</summary>
    public required bool IsMasked { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>The ink with half an em around it. Clips cut table rows in two at page ends; both halves count as seen.</summary>
    public Box LineBox =>
        new(Box.Left - (Size / 2), Box.Bottom - (Size / 2), Box.Right + (Size / 2), Box.Top + (Size / 2));

    public Point Centre => new((Box.Left + Box.Right) / 2, (Box.Bottom + Box.Top) / 2);
}
