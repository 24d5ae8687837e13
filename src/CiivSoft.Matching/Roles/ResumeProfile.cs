using System.Collections.Concurrent;
using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Integrity;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Roles;

/// <summary>A résumé as the model reads it; read again from the same source by the same model it is the same.</summary>
public sealed class ResumeProfile
{
    // Few postings ask for one, so each is looked for when a posting does.
    private readonly ConcurrentDictionary<string, bool> _shown = new(StringComparer.Ordinal);

    private readonly Lazy<WordHashes> _words;
    private readonly Lazy<ContentRows> _rows;
    private readonly Lazy<IReadOnlyList<IntegrityFlag>> _injected;

    internal ResumeProfile(
        string text,
        string scoredText,
        IReadOnlyList<Role> roles,
        ResumeFeatures features,
        UnjudgeableReason? flaw
    )
    {
        Text = text;
        ScoredText = scoredText;
        Roles = roles;
        Features = features;
        Flaw = flaw;
        _words = new(() => WordHashes.Of(text));
        _rows = new(() => ContentRows.Of(scoredText));
        _injected = new(() => [.. InjectedInstructions.Find(scoredText)]);
    }

    /// <summary>The text as given, broken encodings repaired. Personal data.</summary>
    public string Text { get; }

    /// <summary>
    /// <see cref="Text"/> with names, contact details and protected attributes blanked out character by character, so
    /// that offsets hold in both. The score sees only this.
    /// </summary>
    public string ScoredText { get; }

    /// <summary>The jobs found in the text, most recent first; empty when the layout gives none away.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>For retrieval: unit length, or all zero when there is nothing to go by. Counts as personal data.</summary>
    public ReadOnlyMemory<float> Vector => Features.Vector;

    /// <summary>Null when the résumé can be judged.</summary>
    public UnjudgeableReason? Flaw { get; }

    internal ResumeFeatures Features { get; }

    /// <summary>For seeing whether the résumé repeats a posting.</summary>
    internal WordHashes Words => _words.Value;

    /// <summary>For seeing whether it enumerates a posting's words.</summary>
    internal ContentRows Rows => _rows.Value;

    /// <summary>Sentences that speak to a program.</summary>
    internal IReadOnlyList<IntegrityFlag> Injected => _injected.Value;

    /// <summary>Who sent it; the text is read with this again when a part of it does not count.</summary>
    internal PersonDetails Person { get; init; } = PersonDetails.None;

    internal bool Shows(Credential credential) =>
        _shown.GetOrAdd(
            credential.Name,
            static (_, asked) => ShownCredential.Find(asked.ScoredText, asked.credential) is not null,
            (ScoredText, credential)
        );
}
