using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using ParsingOptions = UglyToad.PdfPig.ParsingOptions;

namespace CiivSoft.Documents.Pdf;

/// <summary>Makes a <see cref="PdfPageContent"/> of a page. PdfPig creates it by reflection with these parameters.</summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions
) : BasePageFactory<PdfPageContent>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    protected override PdfPageContent ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        var collector = new GlyphCollector(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            ParsingOptions
        );
        collector.Run(operations);
        var annotations = new Annotations(PdfScanner).Of(dictionary);
        foreach (var (appearance, rectangle) in annotations.Appearances)
        {
            collector.RunAppearance(appearance, rectangle);
        }

        return collector.ToContent(annotations.HasActiveContent);
    }
}
