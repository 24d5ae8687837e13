namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>
/// A product-quantized matrix: each row is a few codes, each code one of 256 centroids for its stretch of dimensions; the
/// row's norm may be coded apart.
/// </summary>
internal sealed class QuantizedMatrix : FastTextMatrix
{
    private readonly ProductQuantizer _quantizer;
    private readonly byte[] _codes;
    private readonly ProductQuantizer? _normQuantizer;
    private readonly byte[] _normCodes;

    private QuantizedMatrix(
        long rows,
        ProductQuantizer quantizer,
        byte[] codes,
        ProductQuantizer? normQuantizer,
        byte[] normCodes
    )
        : base(rows)
    {
        _quantizer = quantizer;
        _codes = codes;
        _normQuantizer = normQuantizer;
        _normCodes = normCodes;
    }

    public static QuantizedMatrix Read(ModelFileReader reader, int dimensions)
    {
        var hasNorms = reader.ReadFlag("the flag for norms");
        var rows = reader.ReadInt64("the rows of a matrix");
        var columns = reader.ReadInt64("the columns of a matrix");
        var size = reader.ReadInt32("the number of codes");
        if (columns != dimensions || rows is < 0 or > int.MaxValue)
        {
            throw reader.Failure($"a matrix of {rows} × {columns} in a model of {dimensions} dimensions.");
        }
        var codes = reader.ReadArray<byte>(size, "the codes");
        var quantizer = ProductQuantizer.Read(reader, dimensions);
        if (size != rows * quantizer.Parts)
        {
            throw reader.Failure($"{size} codes for {rows} rows of {quantizer.Parts}.");
        }
        var normCodes = hasNorms ? reader.ReadArray<byte>(rows, "the codes of the norms") : [];
        var normQuantizer = hasNorms ? ProductQuantizer.Read(reader, 1) : null;
        return new QuantizedMatrix(rows, quantizer, codes, normQuantizer, normCodes);
    }

    public override void AddRow(int row, Span<float> target)
    {
        var norm = _normQuantizer is null ? 1 : _normQuantizer.Centroid(0, _normCodes[row])[0];
        for (var part = 0; part < _quantizer.Parts; part++)
        {
            var centroid = _quantizer.Centroid(part, _codes[(row * _quantizer.Parts) + part]);
            var stretch = target.Slice(part * _quantizer.PartLength, centroid.Length);
            for (var i = 0; i < centroid.Length; i++)
            {
                stretch[i] += norm * centroid[i];
            }
        }
    }
}
