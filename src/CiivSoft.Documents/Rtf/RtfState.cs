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

    public int Ground { get; init; }

    public int Font { get; init; }

    /// <summary>How many characters follow <c>\u</c> for readers that do not know it.</summary>
    public int UnicodeSkip { get; init; } = 1;
}
