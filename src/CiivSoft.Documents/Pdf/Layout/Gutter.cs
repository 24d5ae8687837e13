namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>A stretch of the page that is set in two columns, and what lies above and below it.</summary>
internal sealed record Gutter(List<Segment> Above, List<Segment> Left, List<Segment> Right, List<Segment> Below);
