using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Integrity;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Postings;

/// <summary>A posting as the model reads it; read again from the same source by the same model it is the same.</summary>
public sealed class PostingProfile
{
    private readonly Lazy<HashSet<ulong>> _shingles;
    private readonly Lazy<HashSet<ulong>> _stems;

    internal PostingProfile(
        string title,
        string text,
        PostingFeatures features,
        IReadOnlyList<Credential> required,
        UnjudgeableReason? flaw
    )
    {
        Title = title;
        Text = text;
        Features = features;
        Required = required;
        Flaw = flaw;
        var whole = $"{title}\n{text}";
        _shingles = new(() => WordHashes.Of(whole).ToSet());
        _stems = new(() => ContentRows.Of(whole).ToSet());
    }

    /// <summary>The title as given, or the line that stands in for it; empty when there is neither.</summary>
    public string Title { get; }

    /// <summary>The text as given, broken encodings repaired.</summary>
    public string Text { get; }

    /// <summary>What is scored: <see cref="Text"/>; a posting has nothing to redact, offsets are the same.</summary>
    public string ScoredText => Text;

    /// <summary>For retrieval: unit length, or all zero when there is nothing to go by.</summary>
    public ReadOnlyMemory<float> Vector => Features.Vector;

    /// <summary>Null when the posting can be judged.</summary>
    public UnjudgeableReason? Flaw { get; }

    /// <summary>True when the text only lists what is asked for and says nothing of the work.</summary>
    public bool IsSkillList { get; internal init; }

    internal PostingFeatures Features { get; }

    internal IReadOnlyList<Credential> Required { get; }

    /// <summary>For seeing whether a résumé repeats the posting.</summary>
    internal IReadOnlySet<ulong> Shingles => _shingles.Value;

    /// <summary>For seeing whether the résumé enumerates its words.</summary>
    internal IReadOnlySet<ulong> Stems => _stems.Value;
}
