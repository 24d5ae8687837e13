using CiivSoft.Documents.Reading;
using UglyToad.PdfPig.Exceptions;

namespace CiivSoft.Documents.Pdf;

/// <summary>PdfPig meets damage with exceptions of many types; all but these say that the document is at fault.</summary>
internal static class PdfDamage
{
    public static bool IsMetBy(Exception exception) =>
        exception
            is not (
                DocumentLimitException
                or UnreadableDocumentException
                or PdfDocumentEncryptedException
                or OutOfMemoryException
                or InsufficientExecutionStackException
            );
}
