using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Text;

/// <summary>
/// Makes any reader's text the same kind of text: NFC, LF between lines, no empty lines, no control, zero-width or
/// bidirectional characters, ligatures and full-width letters as plain ones, words broken at line ends joined where
/// that is safe. One blank parts words; three stand for a tab or a wide gap within a line.
/// </summary>
internal static class TextCleaner
{
    public static string Clean(string text, Findings findings)
    {
        if (text.Length > DocumentLimits.MaxTextCharacters)
        {
            findings.Add(
                DocumentWarningKind.Shortened,
                $"text of more than {DocumentLimits.MaxTextCharacters} characters"
            );
            text = text[..DocumentLimits.MaxTextCharacters];
        }

        var characters = new CharacterFilter(findings).Filter(text);
        var composed = CombiningMarks.Limit(characters.Normalize(NormalizationForm.FormC), findings);
        MixedScripts.Report(composed, findings);
        return LineEndHyphens.Join(Layout.Tidy(composed));
    }
}
