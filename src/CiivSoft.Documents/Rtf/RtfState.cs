namespace CiivSoft.Documents.Rtf;

/// <summary>What a group inherits from the one around it.</summary>
internal readonly record struct RtfState
{
    public RtfState() { }

    /// <summary>A destination that is no text: fonts, styles, pictures, properties.</summary>
    public bool IsSkipped { get; init; }

    public bool IsColourTable { get; init; }

    public bool IsFontTable { get; init; }

    public bool IsHidden { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The default of RTF is 12 points.</summary>
    public int HalfPoints { get; init; } = 24;

    public int Colour { get; init; }

    public RtfShade Character { get; init; }

    public RtfShade Paragraph { get; init; }

    /// <summary>0 outside of tables, 2 in a table within a table.</summary>
    public int TableLevel { get; init; }

    /// <summary>The text of a drawn shape, whose filling is not read.</summary>
    public bool IsOnShape { get; init; }

    public int Font { get; init; }

    /// <summary>How many characters follow <c>\u</c> for readers that do not know it.</summary>
    public int UnicodeSkip { get; init; } = 1;

    /// <summary>The state after a word about what lies behind the text; null for other words.</summary>
    public RtfState? WithGround(string word, int number) =>
        word switch
        {
            "cb" or "chcbpat" or "highlight" => this with { Character = Character with { Back = number } },
            "chcfpat" => this with { Character = Character with { Fore = number } },
            "chshdng" => this with { Character = Character with { Share = number } },
            "cbpat" => this with { Paragraph = Paragraph with { Back = number } },
            "cfpat" => this with { Paragraph = Paragraph with { Fore = number } },
            "shading" => this with { Paragraph = Paragraph with { Share = number } },
            "pard" => this with { Paragraph = default, TableLevel = 0 },
            "intbl" => this with { TableLevel = Math.Max(1, TableLevel) },
            "itap" => this with { TableLevel = number },
            "shptxt" => this with { IsOnShape = true },
            _ => null,
        };
}
