namespace CiivSoft.Documents.Reading;

/// <summary>What one document may cost. A long résumé stays below a hundredth of each.</summary>
internal static class DocumentLimits
{
    public const int MaxFileBytes = 30 * 1024 * 1024;
    public const int MaxPages = 100;
    public const int MaxTextCharacters = 1_000_000;
    public const int MaxInflatedBytes = 64 * 1024 * 1024;
    public const int MaxArchiveEntries = 10_000;
    public const int MaxNesting = 512;
    public const int MaxXmlNodes = 2_000_000;
    public const int MaxGlyphs = 1_000_000;
}
