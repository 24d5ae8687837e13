namespace CiivSoft.Lever;

/// <summary>What came of downloading a file.</summary>
public abstract record LeverDownload
{
    private LeverDownload() { }

    /// <summary>The whole file.</summary>
    /// <param name="Bytes">The whole content, of the length that Lever announced.</param>
    /// <param name="MediaType">What Lever says it is, for example <c>application/pdf</c>; null when it does not say. Not to be trusted.</param>
    public sealed record Content(ReadOnlyMemory<byte> Bytes, string? MediaType) : LeverDownload
    {
        /// <summary>The size only: a file is personal data.</summary>
        public override string ToString() => $"{Bytes.Length} bytes";
    }

    /// <summary>The file is larger than allowed; reading stopped there.</summary>
    /// <param name="MaxBytes">The limit that the caller gave.</param>
    public sealed record TooLarge(long MaxBytes) : LeverDownload;

    /// <summary>Lever could not process the file (422). It may still be working on a new one.</summary>
    public sealed record Unprocessable : LeverDownload;

    /// <summary>There is no such file, or its opportunity is gone (404).</summary>
    public sealed record Missing : LeverDownload;
}
