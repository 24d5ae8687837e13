namespace CiivSoft.Storage.Resumes;

/// <summary>The newest readable résumé of a person, compressed and encrypted at rest.</summary>
public sealed record ResumeRecord
{
    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>Text as read, before redaction.</summary>
    public required string Text { get; init; }

    /// <summary>Names, e-mails, phones and places that Lever knows, for redaction; opaque JSON, encrypted with the text.</summary>
    public required string PersonJson { get; init; }

    /// <summary>Hash of text and person, stored with every decision made on it.</summary>
    public required string Hash { get; init; }

    /// <summary>Where the text came from: <c>file</c> or <c>parsed</c> (Lever's parsed data).</summary>
    public required string Source { get; init; }

    /// <summary>Warnings of the reader, without personal data; opaque JSON.</summary>
    public string WarningsJson { get; init; } = "[]";

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>A candidate's vector for the index.</summary>
/// <param name="ContactId">The person.</param>
/// <param name="ModelVersion">The model that made it; vectors of other models are not compared.</param>
/// <param name="Values">Unit length. Counts as personal data: stored encrypted or erased with the person.</param>
public sealed record VectorRecord(string ContactId, string ModelVersion, ReadOnlyMemory<float> Values);
