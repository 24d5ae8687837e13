namespace CiivSoft.Documents.Reading;

/// <summary>The details of <see cref="DocumentWarningKind.HiddenText"/>.</summary>
internal static class Techniques
{
    public const string RenderMode3 = "render mode 3";
    public const string RenderMode7 = "render mode 7";
    public const string WhiteOnWhite = "white on white";
    public const string SameAsBox = "same colour as its box";
    public const string Tiny = "smaller than 2 points";
    public const string OffPage = "off the page";
    public const string Clipped = "clipped";
    public const string BehindImage = "behind an image";
    public const string BehindBox = "behind a box";
    public const string ZeroOpacity = "zero opacity";
    public const string LayerOff = "layer switched off";
    public const string Vanish = "hidden by its formatting";
    public const string Metadata = "many words in the document's properties";
}
