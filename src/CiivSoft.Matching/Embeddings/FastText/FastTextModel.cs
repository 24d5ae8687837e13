using System.Text;

namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>
/// A published fastText model, <c>.bin</c> or <c>.ftz</c>, of any kind (skipgram, cbow, supervised). Vectors equal those
/// of the reference implementation. Thread-safe.
/// </summary>
public sealed class FastTextModel
{
    private readonly FastTextArguments _arguments;
    private readonly SubwordReader _subwords;
    private readonly FastTextMatrix _input;

    private FastTextModel(FastTextArguments arguments, FastTextDictionary dictionary, FastTextMatrix input, string name)
    {
        _arguments = arguments;
        _subwords = new SubwordReader(arguments, dictionary);
        _input = input;
        Words = dictionary.Words;
        Name = name;
    }

    /// <summary>The file's name, which stands for the model in metadata.</summary>
    public string Name { get; }

    /// <summary>The length of every vector.</summary>
    public int Dimensions => _arguments.Dimensions;

    /// <summary>The number of words in the dictionary; other words get vectors from their n-grams, if the model has them.</summary>
    public int Words { get; }

    /// <summary>Whether it was trained as a classifier, whose sentences count the end of the line as a word.</summary>
    public bool IsSupervised => _arguments.IsSupervised;

    /// <summary>Reads a model file into memory, where it takes about what it takes on disk.</summary>
    /// <exception cref="ModelFileException">It is no fastText model, or it is cut short or damaged.</exception>
    public static FastTextModel Load(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Load(file, Path.GetFileName(path));
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">At the model's start; its length must be known.</param>
    /// <param name="name">Named in errors and metadata.</param>
    /// <exception cref="ModelFileException">It is no fastText model, or it is cut short or damaged.</exception>
    public static FastTextModel Load(Stream stream, string name)
    {
        var reader = new ModelFileReader(stream, name);
        var arguments = FastTextArguments.Read(reader);
        var dictionary = FastTextDictionary.Read(reader);
        var isQuantized = reader.ReadFlag("the flag for a quantized input");
        if (dictionary.IsPruned && !isQuantized)
        {
            throw reader.Failure("a pruned dictionary belongs to a quantized model.");
        }
        var input = FastTextMatrix.Read(reader, isQuantized, arguments.Dimensions);
        var needed = dictionary.Words + (dictionary.IsPruned ? dictionary.KeptNgrams : (long)arguments.Buckets);
        if (input.Rows < needed)
        {
            throw reader.Failure($"{input.Rows} rows, but words and n-grams need {needed}.");
        }
        var isOutputQuantized = reader.ReadFlag("the flag for a quantized output");
        FastTextMatrix.Skip(reader, isQuantized && isOutputQuantized, arguments.Dimensions);
        return new FastTextModel(arguments, dictionary, input, name);
    }

    /// <summary>The vector of a word, known or not; zeros if neither the word nor any of its n-grams is known.</summary>
    public float[] WordVector(ReadOnlySpan<char> word)
    {
        var vector = new float[Dimensions];
        AddMean(Utf8(word), _subwords.AddWord, vector, []);
        return vector;
    }

    /// <summary>
    /// The vector of a text, taken as one line. Word models: the mean of the words' vectors, each at unit length.
    /// Classifiers: the mean over words, n-grams and the end of the line. Zeros if nothing is known.
    /// </summary>
    public float[] SentenceVector(ReadOnlySpan<char> text)
    {
        var line = Utf8(text);
        var sentence = new float[Dimensions];
        if (IsSupervised)
        {
            AddMean(line, _subwords.AddLine, sentence, []);
            return sentence;
        }
        var word = new float[Dimensions];
        var rows = new List<int>();
        var counted = 0;
        foreach (var range in new WhiteSpaceWords(line))
        {
            Array.Clear(word);
            AddMean(line.AsSpan(range), _subwords.AddWord, word, rows);
            var norm = Norm(word);
            if (norm > 0)
            {
                Scale(word, (float)(1.0 / norm));
                Add(sentence, word);
                counted++;
            }
        }
        if (counted > 0)
        {
            Scale(sentence, (float)(1.0 / counted));
        }
        return sentence;
    }

    private delegate void RowsOf(ReadOnlySpan<byte> text, List<int> rows);

    private void AddMean(ReadOnlySpan<byte> text, RowsOf rowsOf, float[] target, List<int> rows)
    {
        rows.Clear();
        rowsOf(text, rows);
        foreach (var row in rows)
        {
            _input.AddRow(row, target);
        }
        if (rows.Count > 0)
        {
            Scale(target, (float)(1.0 / rows.Count));
        }
    }

    private static byte[] Utf8(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static float Norm(float[] vector)
    {
        var sum = 0f;
        foreach (var value in vector)
        {
            sum += value * value;
        }
        return MathF.Sqrt(sum);
    }

    private static void Scale(float[] vector, float factor)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    private static void Add(float[] target, float[] vector)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += vector[i];
        }
    }
}
