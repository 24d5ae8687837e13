namespace CiivSoft.Matching.Profiles;

/// <summary>A part of a résumé, by lines: the first is the heading where there is one.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="FirstLine">Number of its first line, from 0.</param>
/// <param name="LineCount">Number of lines, blank ones included.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Characters up to the end of its last line.</param>
public sealed record Section(SectionKind Kind, int FirstLine, int LineCount, int Start, int Length)
{
    /// <summary>The first offset after the section.</summary>
    public int End => Start + Length;
}
