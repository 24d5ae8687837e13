namespace CiivSoft.Matching.Languages;

/// <summary>The language that a text is mostly written in.</summary>
/// <param name="Code">ISO 639-1 for a language that is told apart, "other" for any other, "und" for too little text.</param>
/// <param name="IsSupported">True when the model's words are of this language, or when nothing speaks against it.</param>
public sealed record LanguageGuess(string Code, bool IsSupported);
