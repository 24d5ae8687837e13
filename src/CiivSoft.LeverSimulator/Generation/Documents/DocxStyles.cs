using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>The styles and the bullet of our Word documents.</summary>
internal static class DocxStyles
{
    // Where dates stand in a line of the full width, in twentieths of a point.
    private const int DatesAt = 9740;

    public static Styles Create(string font) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = font,
                            HighAnsi = font,
                            ComplexScript = font,
                        },
                        new FontSize { Val = "20" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "40", Line = "252" })
                )
            ),
            Paragraph("Normal", "Normal", isDefault: true),
            Paragraph("Title", "Title", size: "40", isBold: true),
            Paragraph("Heading1", "heading 1", size: "24", isBold: true, before: "200"),
            Entry(),
            List()
        );

    public static Numbering CreateNumbering() =>
        new(
            new AbstractNum(
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "240" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
        );

    private static Style Paragraph(
        string id,
        string name,
        string? size = null,
        bool isBold = false,
        string? before = null,
        bool isDefault = false
    )
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? OnOffValue.FromBoolean(true) : null,
        };
        if (before is not null)
        {
            style.Append(
                new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = before, After = "60" })
            );
        }

        if (size is not null)
        {
            style.Append(new StyleRunProperties(new Bold { Val = isBold }, new FontSize { Val = size }));
        }

        return style;
    }

    private static Style Entry() =>
        new(
            new StyleName { Val = "Entry" },
            new StyleParagraphProperties(
                new KeepNext(),
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = DatesAt }),
                new SpacingBetweenLines { Before = "100", After = "20" }
            )
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = "Entry",
            CustomStyle = true,
        };

    private static Style List() =>
        new(
            new StyleName { Val = "List Bullet" },
            new StyleParagraphProperties(
                new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }),
                new SpacingBetweenLines { After = "20" }
            )
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = "ListBullet",
        };
}
