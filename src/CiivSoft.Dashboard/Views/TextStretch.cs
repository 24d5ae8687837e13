namespace CiivSoft.Dashboard.Views;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsQuote">Whether a decision quotes it.</param>
public readonly record struct TextStretch(string Text, bool IsQuote);
