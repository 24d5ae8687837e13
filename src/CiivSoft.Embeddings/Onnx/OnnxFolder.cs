using System.Text.Json;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Embeddings.Onnx;

/// <summary>The files of a sentence model, laid out as such models are published.</summary>
internal sealed record OnnxFolder
{
    private const int DefaultTokens = 256;
    private const int FewestTokens = 8;

    /// <summary><c>model.onnx</c> or <c>onnx/model.onnx</c>.</summary>
    public required string Model { get; init; }

    /// <summary><c>vocab.txt</c>, the vocabulary of WordPiece.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>Settings that were found.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether words are lower-cased: <c>do_lower_case</c> of tokenizer_config.json, true by default.</summary>
    public bool IsLowerCase { get; init; } = true;

    /// <summary>Whether the first token's vector stands for the text instead of the mean of all: 1_Pooling/config.json.</summary>
    public bool UsesFirstToken { get; init; }

    /// <summary>Tokens that the model reads at once: <c>max_seq_length</c> of sentence_bert_config.json, 256 by default.</summary>
    public int MaxTokens { get; init; } = DefaultTokens;

    public IEnumerable<string> Files => [Model, Vocabulary, .. Settings];

    /// <exception cref="EmbeddingException">A file is missing or cannot be understood.</exception>
    public static OnnxFolder Find(string folder)
    {
        var tokenizer = Setting(folder, "tokenizer_config.json");
        var pooling = Setting(folder, Path.Combine("1_Pooling", "config.json"));
        var sentence = Setting(folder, "sentence_bert_config.json");
        return new OnnxFolder
        {
            Model =
                Existing(folder, "model.onnx")
                ?? Existing(folder, Path.Combine("onnx", "model.onnx"))
                ?? throw new EmbeddingException($"{folder} holds neither model.onnx nor onnx/model.onnx."),
            Vocabulary =
                Existing(folder, "vocab.txt")
                ?? throw new EmbeddingException(
                    $"{folder} holds no vocab.txt: only models with a WordPiece vocabulary can be read."
                ),
            Settings = [.. new[] { tokenizer, pooling, sentence }.OfType<string>()],
            IsLowerCase = Flag(tokenizer, "do_lower_case", byDefault: true),
            UsesFirstToken = Flag(pooling, "pooling_mode_cls_token", byDefault: false),
            MaxTokens = Math.Max(FewestTokens, Number(sentence, "max_seq_length", DefaultTokens)),
        };
    }

    private static string? Setting(string folder, string name) => Existing(folder, name);

    private static string? Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : null;
    }

    private static bool Flag(string? file, string name, bool byDefault) =>
        Value(file, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
            ? value.GetBoolean()
            : byDefault;

    private static int Number(string? file, string name, int byDefault) =>
        Value(file, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : byDefault;

    private static JsonElement? Value(string? file, string name)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var value)
                ? value.Clone()
                : null;
        }
        catch (JsonException damaged)
        {
            throw new EmbeddingException($"{file} is no JSON: {damaged.Message}", damaged);
        }
    }
}
