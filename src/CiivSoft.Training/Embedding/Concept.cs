namespace CiivSoft.Training.Embedding;

/// <summary>An occupation or a skill with its own texts, by kind, and the occupations that mean the same elsewhere.</summary>
internal sealed class Concept(string id)
{
    public string Id { get; } = id;

    public List<string> Titles { get; } = [];

    public List<string> Descriptions { get; } = [];

    /// <summary>Tasks, or labels of essential skills.</summary>
    public List<string> Tasks { get; } = [];

    /// <summary>Technology and tools, or labels of optional skills.</summary>
    public List<string> Tools { get; } = [];

    /// <summary>The concepts that the crosswalk links to this one.</summary>
    public List<Concept> Links { get; } = [];

    public IEnumerable<string> Texts => Titles.Concat(Descriptions).Concat(Tasks).Concat(Tools);
}
