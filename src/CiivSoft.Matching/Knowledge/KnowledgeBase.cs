namespace CiivSoft.Matching.Knowledge;

/// <summary>Everything that the model took from the taxonomies.</summary>
/// <param name="Version">Changes with the file's content.</param>
/// <param name="Lexicon">Stems and their weights.</param>
/// <param name="Occupations">Occupation documents and their geometry.</param>
/// <param name="HeadNouns">Words that end job titles, such as manager, nurse, clerk; in lower case.</param>
internal sealed record KnowledgeBase(
    string Version,
    Lexicon Lexicon,
    Occupations Occupations,
    IReadOnlySet<string> HeadNouns
);
