namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>256 centroids for each stretch of <see cref="PartLength"/> dimensions; the last stretch may be shorter.</summary>
internal sealed class ProductQuantizer
{
    private const int CentroidsPerPart = 256;
    private readonly float[] _centroids;
    private readonly int _lastLength;

    private ProductQuantizer(float[] centroids, int parts, int partLength, int lastLength)
    {
        _centroids = centroids;
        _lastLength = lastLength;
        Parts = parts;
        PartLength = partLength;
    }

    public int Parts { get; }

    public int PartLength { get; }

    public static ProductQuantizer Read(ModelFileReader reader, int dimensions)
    {
        var sizes = reader.ReadArray<int>(4, "the sizes of a quantizer");
        var (length, parts, part, last) = (sizes[0], sizes[1], sizes[2], sizes[3]);
        var fits = length == dimensions && part > 0 && last > 0 && last <= part && parts > 0;
        if (!fits || ((parts - 1L) * part) + last != length)
        {
            throw reader.Failure($"{parts} parts of {part} (the last {last}) do not make {dimensions} dimensions.");
        }
        var centroids = reader.ReadArray<float>((long)length * CentroidsPerPart, "the centroids");
        return new ProductQuantizer(centroids, parts, part, last);
    }

    public ReadOnlySpan<float> Centroid(int part, byte code)
    {
        var start = part * CentroidsPerPart * PartLength;
        return part == Parts - 1
            ? _centroids.AsSpan(start + (code * _lastLength), _lastLength)
            : _centroids.AsSpan(start + (code * PartLength), PartLength);
    }
}
