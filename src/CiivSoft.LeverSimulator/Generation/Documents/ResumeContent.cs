using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>A résumé's text in its order, before any layout.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Headline">Under the name; empty for none.</param>
/// <param name="Contact">Place, telephone, e-mail, links.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="Style">How it looks.</param>
internal sealed record ResumeContent(
    string Name,
    string Headline,
    ImmutableArray<string> Contact,
    ImmutableArray<ResumeSection> Sections,
    ResumeStyle Style
);

/// <param name="Heading">As written on the page.</param>
/// <param name="IsSide">Whether a layout with a side column puts it there.</param>
/// <param name="Blocks">At least one.</param>
internal sealed record ResumeSection(string Heading, bool IsSide, ImmutableArray<ResumeBlock> Blocks);

/// <summary>A paragraph, a list, or a job or school with its dates. Empty parts are left out.</summary>
internal sealed record ResumeBlock(string Title, string Place, string Dates, ImmutableArray<string> Lines, bool IsList)
{
    public static ResumeBlock Paragraph(string text) => new("", "", "", [text], IsList: false);

    public static ResumeBlock List(ImmutableArray<string> lines) => new("", "", "", lines, IsList: true);
}

internal enum ResumeLayout
{
    OneColumn,
    SideColumn,
    DatesInTable,
}

/// <summary>How it looks: <paramref name="Bullet"/> begins list lines, headings have the colour <paramref name="Accent"/> (0xRRGGBB).</summary>
internal sealed record ResumeStyle(ResumeLayout Layout, bool IsSerif, string Bullet, int Accent, bool IsUpperCase);
