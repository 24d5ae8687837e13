using System.Text;

namespace CiivSoft.Embeddings.Tests.Support;

/// <summary>
/// Writes a folder as sentence models are published, with a model of one table: the vector of each token. Made here from nothing, so
/// that no foreign weights are needed.
/// </summary>
internal static class TinyOnnx
{
    public const int Dimensions = 32;

    private const int Float = 1;
    private const int Int64 = 7;

    private static readonly string[] Words =
    [
        .. """
            nurse patient patients medication wound hospital care software java sql web services code accountant month ledger audit
            budget driver truck freight lorry vehicle delivery teacher school children lessons sales customers accounts target
            chef kitchen cooking menus electrician wiring circuits designer brand brochures pharmacist prescriptions medicines
            data dashboards reports lawyer contracts company cleaner floors marketing campaigns construction building concrete
            dental dentist servers firewalls network receptionist appointments mechanic brakes engines laboratory samples chemical
            hair salon security alarms bank loans farm cows tractors exercise injuries articles interviewed reporter
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <param name="folder">Made when it is missing.</param>
    /// <param name="seed">Another seed is another model.</param>
    /// <param name="isPooled">Whether the model itself gives the mean, as <c>sentence_embedding</c>.</param>
    public static void Write(string folder, int seed = 1, bool isPooled = false)
    {
        Directory.CreateDirectory(folder);
        string[] vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. Words];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), vocabulary);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Model(Table(vocabulary.Length, seed), isPooled));
    }

    // Special and unknown words say nothing: their rows are zeros.
    private static float[] Table(int rows, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, rows * Dimensions).Select(i => i < 5 * Dimensions ? 0f : random.NextSingle() - 0.5f),
        ];
    }

    private static byte[] Model(float[] table, bool isPooled)
    {
        var rows = table.Length / Dimensions;
        var gather = Message(Text(1, "table"), Text(1, "input_ids"), Text(2, "last_hidden_state"), Text(4, "Gather"));
        var mean = Message(
            Text(1, "last_hidden_state"),
            Text(2, "sentence_embedding"),
            Text(4, "ReduceMean"),
            Part(5, Message(Text(1, "axes"), Number(8, 1), Number(20, 7))),
            Part(5, Message(Text(1, "keepdims"), Number(3, 0), Number(20, 2)))
        );
        var output = isPooled
            ? Value("sentence_embedding", Float, null, Dimensions)
            : Value("last_hidden_state", Float, null, null, Dimensions);
        byte[][] nodes = isPooled ? [Part(1, gather), Part(1, mean)] : [Part(1, gather)];
        var graph = Message([
            .. nodes,
            Text(2, "tiny"),
            Part(
                5,
                Message(
                    Number(1, rows),
                    Number(1, Dimensions),
                    Number(2, Float),
                    Text(8, "table"),
                    Part(9, [.. table.SelectMany(BitConverter.GetBytes)])
                )
            ),
            Part(11, Value("input_ids", Int64, null, null)),
            Part(11, Value("attention_mask", Int64, null, null)),
            Part(12, output),
        ]);
        return Message(Number(1, 8), Part(7, graph), Part(8, Message(Text(1, ""), Number(2, 13))));
    }

    // A size of null is any size.
    private static byte[] Value(string name, int type, params int?[] sizes)
    {
        var shape = Message([
            .. sizes.Select((size, i) => Part(1, size is { } fixedSize ? Number(1, fixedSize) : Text(2, $"n{i}"))),
        ]);
        return Message(Text(1, name), Part(2, Part(1, Message(Number(1, type), Part(2, shape)))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content) =>
        [.. Varint((ulong)((field << 3) | 2)), .. Varint((ulong)content.Length), .. content];

    private static byte[] Number(int field, long value) => [.. Varint((ulong)(field << 3)), .. Varint((ulong)value)];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }
}
