namespace CiivSoft.Documents.Tests.Hostile;

/// <param name="FileName">As the sender gave it.</param>
/// <param name="Content">Makes the bytes.</param>
/// <param name="Verdicts">Any of these is right.</param>
internal sealed record HostileCase(string FileName, Func<byte[]> Content, params DocumentVerdict[] Verdicts)
{
    /// <summary>Must be in the text.</summary>
    public string? Contains { get; init; }

    /// <summary>Must be neither in the text nor in warnings.</summary>
    public string? Lacks { get; init; }

    /// <summary>Must be among the warnings.</summary>
    public DocumentWarningKind? Warns { get; init; }

    /// <summary>Must be in the reason.</summary>
    public string? Reason { get; init; }
}
