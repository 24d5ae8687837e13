namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>What a model was trained with, as far as vectors depend on it.</summary>
internal sealed record FastTextArguments(
    int Dimensions,
    int WordNgrams,
    bool IsSupervised,
    int Buckets,
    int ShortestNgram,
    int LongestNgram
)
{
    private const int Magic = 793712314;
    private const int NewestVersion = 12;

    /// <summary>Models of version 11 say they use n-grams of characters in classifiers, but do not.</summary>
    private const int VersionWithoutClassifierNgrams = 11;
    private const int Supervised = 3;
    private const int MostDimensions = 1 << 16;
    private const int LongestGram = 255;

    public static FastTextArguments Read(ModelFileReader reader)
    {
        if (reader.ReadInt32("the signature") != Magic)
        {
            throw reader.Failure("not a fastText model (.bin or .ftz).");
        }
        var version = reader.ReadInt32("the version");
        if (version is <= 0 or > NewestVersion)
        {
            throw reader.Failure($"version {version} of the format is not known; the newest is {NewestVersion}.");
        }
        // dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate
        var values = reader.ReadArray<int>(12, "the arguments");
        reader.Read<double>("the sampling threshold");
        var isSupervised = values[7] == Supervised;
        var arguments = new FastTextArguments(
            Dimensions: values[0],
            WordNgrams: values[5],
            IsSupervised: isSupervised,
            Buckets: values[8],
            ShortestNgram: values[9],
            LongestNgram: isSupervised && version == VersionWithoutClassifierNgrams ? 0 : values[10]
        );
        return arguments.IsPlausible && values[7] is > 0 and <= Supervised
            ? arguments
            : throw reader.Failure($"these arguments are not plausible: {arguments}.");
    }

    private bool IsPlausible =>
        Dimensions is > 0 and <= MostDimensions
        && WordNgrams is >= 0 and <= LongestGram
        && Buckets >= 0
        && ShortestNgram >= 0
        && LongestNgram is >= 0 and <= LongestGram;
}
