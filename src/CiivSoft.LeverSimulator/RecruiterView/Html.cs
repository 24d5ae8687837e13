using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>
/// A piece of a page. Made from interpolated strings in which every hole is encoded, unless it is a piece itself; so text of people
/// cannot become markup. There is no way to put in what is neither text, a number nor a piece.
/// </summary>
internal readonly record struct Html(string Value)
{
    public static readonly Html Empty = new("");

    public static Html Of(ref Interpolation text) => new(text.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Value)));

    /// <summary>The piece, or nothing.</summary>
    public static Html If(bool condition, Html piece) => condition ? piece : Empty;

    public override string ToString() => Value;

    [InterpolatedStringHandler]
    internal ref struct Interpolation
    {
        // Letters of all scripts stay as they are; signs with a meaning in HTML and control characters do not.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
        private readonly StringBuilder _text;

        public Interpolation(int literalLength, int holes) => _text = new StringBuilder(literalLength + (holes * 16));

        public readonly void AppendLiteral(string markup) => _text.Append(markup);

        public readonly void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

        public readonly void AppendFormatted(int number) => _text.Append(number);

        public readonly void AppendFormatted(Html piece) => _text.Append(piece.Value);

        public readonly void AppendFormatted(IEnumerable<Html> pieces) => _text.Append(Join(pieces).Value);

        public override readonly string ToString() => _text.ToString();
    }
}
