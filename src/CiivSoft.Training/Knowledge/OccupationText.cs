namespace CiivSoft.Training.Knowledge;

/// <summary>All that the taxonomies say about one O*NET occupation.</summary>
internal sealed class OccupationText(string code)
{
    private readonly Dictionary<TextKind, List<string>> _texts = [];

    /// <summary>The O*NET-SOC code.</summary>
    public string Code { get; } = code;

    public IReadOnlyDictionary<TextKind, List<string>> Texts => _texts;

    public void Add(TextKind kind, string text)
    {
        if (!_texts.TryGetValue(kind, out var texts))
        {
            _texts[kind] = texts = [];
        }

        texts.Add(text);
    }
}
