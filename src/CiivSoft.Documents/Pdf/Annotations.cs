using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <summary>What lies on top of a page: filled-in form fields, free text, stamps; and what would start something.</summary>
internal sealed class Annotations(IPdfTokenScanner scanner)
{
    private const int MaxAnnotations = 2_000;
    private const int HiddenOrNoView = 2 | 32;

    /// <summary>Entry of additional actions, which start by themselves.</summary>
    private const string AdditionalActions = "AA";

    public (List<(StreamToken Appearance, Box Box)> Appearances, bool HasActiveContent) Of(DictionaryToken page)
    {
        var appearances = new List<(StreamToken, Box)>();
        var isActive = page.Has(AdditionalActions);
        var annotations = page.Find<ArrayToken>("Annots", scanner)?.Data ?? [];
        foreach (var token in annotations.Take(MaxAnnotations))
        {
            if (PdfTokens.Resolve(token, scanner) is not DictionaryToken annotation)
            {
                continue;
            }

            isActive |= IsActive(annotation);
            if (Appearance(annotation) is { } appearance && annotation.FindBox("Rect", scanner) is { } box)
            {
                appearances.Add((appearance, box));
            }
        }

        return (appearances, isActive);
    }

    private bool IsActive(DictionaryToken annotation) =>
        annotation.FindName("Subtype", scanner) is "FileAttachment"
        || annotation.Has(AdditionalActions)
        || annotation.Find<DictionaryToken>("A", scanner)?.FindName("S", scanner)
            is "JavaScript"
                or "Launch"
                or "ImportData"
                or "SubmitForm";

    private StreamToken? Appearance(DictionaryToken annotation)
    {
        var isHidden = ((annotation.Find<NumericToken>("F", scanner)?.Int ?? 0) & HiddenOrNoView) != 0;
        if (isHidden || annotation.Find<DictionaryToken>("AP", scanner) is not { } appearances)
        {
            return null;
        }

        return appearances.Find<StreamToken>("N", scanner)
            ?? (
                annotation.FindName("AS", scanner) is { } state
                    ? appearances.Find<DictionaryToken>("N", scanner)?.Find<StreamToken>(state, scanner)
                    : null
            );
    }
}
