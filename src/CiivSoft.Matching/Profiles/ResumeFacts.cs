using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Profiles;

/// <summary>What a résumé states in so many words. Offsets are those of the text that was read.</summary>
public sealed record ResumeFacts
{
    /// <summary>The parts of the résumé, in order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Degrees and certificates of schools, highest first.</summary>
    public required IReadOnlyList<EducationFact> Education { get; init; }

    /// <summary>Languages spoken, each once.</summary>
    public required IReadOnlyList<LanguageFact> Languages { get; init; }

    /// <summary>Licences and certificates, each once.</summary>
    public required IReadOnlyList<NamedFact> Licences { get; init; }

    /// <summary>Skills by their usual names, each once, in the order of the text.</summary>
    public required IReadOnlyList<NamedFact> Skills { get; init; }

    /// <summary>Dated work in the order of the text.</summary>
    public required IReadOnlyList<WorkPeriod> Work { get; init; }

    /// <summary>Months of work, overlapping periods counted once; 0 when no period is dated.</summary>
    public required int MonthsOfWork { get; init; }
}

/// <summary>A degree or school certificate.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Field">The subject as written; empty when none is named.</param>
/// <param name="IsUnfinished">True for studies in progress or given up.</param>
/// <param name="Start">Where it stands, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record EducationFact(EducationLevel Level, string Field, bool IsUnfinished, int Start, int Length);

/// <summary>A language spoken.</summary>
/// <param name="Language">Its English name.</param>
/// <param name="Level">Null when the résumé does not say how well.</param>
/// <param name="Start">Where it stands, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record LanguageFact(string Language, LanguageLevel? Level, int Start, int Length);

/// <summary>Something that has a name.</summary>
/// <param name="Name">Its usual name, which may differ from the words of the text.</param>
/// <param name="Start">Where it stands, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record NamedFact(string Name, int Start, int Length);
