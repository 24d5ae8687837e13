using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <content>Form XObjects, transparency groups, layers and annotation appearances.</content>
internal sealed partial class GlyphCollector
{
    private const int MostNestedForms = 20;

    /// <summary>Forms that paint forms grow like powers, so they are counted.</summary>
    private const int MostForms = 20_000;

    private const string LayerKey = "OC";

    private readonly Stack<bool> _marked = new();
    private int _hiddenLayers;
    private int _formDepth;
    private int _forms;
    private double _groupOpacity = 1;

    /// <summary>Paints an annotation's appearance where the annotation lies (ISO 32000-1, 12.5.5, algorithm 8.1).</summary>
    public void RunAppearance(StreamToken appearance, Box place)
    {
        var dictionary = appearance.StreamDictionary;
        if (dictionary.FindBox("BBox", PdfScanner) is not { } box)
        {
            return;
        }

        var matrix = dictionary.FindNumbers("Matrix", PdfScanner) is { Length: 6 } values
            ? TransformationMatrix.FromArray(values)
            : TransformationMatrix.Identity;
        var drawn = Transform(matrix, box);
        if (drawn.Area <= 0)
        {
            return;
        }

        var (scaleX, scaleY) = (place.Width / drawn.Width, place.Height / drawn.Height);
        var (moveX, moveY) = (place.Left - (drawn.Left * scaleX), place.Bottom - (drawn.Bottom * scaleY));
        PushState();
        try
        {
            ModifyCurrentTransformationMatrix(TransformationMatrix.FromValues(scaleX, 0, 0, scaleY, moveX, moveY));
            ProcessFormXObject(appearance, NameToken.Create("appearance"));
        }
        catch (Exception exception) when (IsBearable(exception))
        {
            _failures++;
        }

        PopState();
    }

    public override void ApplyXObject(NameToken xObjectName)
    {
        var isOff =
            _layers is not null
            && ResourceStore.TryGetXObject(xObjectName, out var stream)
            && stream.StreamDictionary.Find<DictionaryToken>(LayerKey, PdfScanner) is { } layer
            && _layers.IsOff(layer);
        _hiddenLayers += isOff ? 1 : 0;
        try
        {
            base.ApplyXObject(xObjectName);
        }
        finally
        {
            _hiddenLayers -= isOff ? 1 : 0;
        }
    }

    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    )
    {
        var isOff =
            string.Equals(name.Data, LayerKey, StringComparison.Ordinal)
            && _layers is not null
            && propertyDictionaryName is not null
            && ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName) is { } layer
            && _layers.IsOff(layer);
        _marked.Push(isOff);
        _hiddenLayers += isOff ? 1 : 0;
    }

    public override void EndMarkedContent()
    {
        if (_marked.TryPop(out var wasOff) && wasOff)
        {
            _hiddenLayers--;
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_formDepth == MostNestedForms || ++_forms > MostForms)
        {
            return;
        }

        var opacity = _groupOpacity;
        if (formStream.StreamDictionary.Has("Group"))
        {
            _groupOpacity *= GetCurrentState().AlphaConstantNonStroking;
        }

        _formDepth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _formDepth--;
            _groupOpacity = opacity;
        }
    }
}
