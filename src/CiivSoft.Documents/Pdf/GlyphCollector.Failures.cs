using UglyToad.PdfPig.Graphics.Operations;

namespace CiivSoft.Documents.Pdf;

/// <content>What cannot be painted is left out, and the rest of the page is read.</content>
internal sealed partial class GlyphCollector
{
    /// <summary>A page of nothing but failures costs time and has nothing to read.</summary>
    private const int MostFailures = 1_000;

    private int _failures;

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            try
            {
                operation.Run(this);
            }
            catch (Exception exception) when (IsBearable(exception))
            {
                _failures++;
            }
        }
    }

    private bool IsBearable(Exception exception) => _failures < MostFailures && PdfDamage.IsMetBy(exception);
}
