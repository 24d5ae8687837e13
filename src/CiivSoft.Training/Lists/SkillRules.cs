namespace CiivSoft.Training.Lists;

/// <summary>What <c>left-out-names.txt</c> leaves out of the taxonomies, rule by rule.</summary>
internal sealed class SkillRules
{
    private const string Resource = "left-out-names.txt";

    private readonly HashSet<string> _tooWide;
    private readonly HashSet<string> _everyday;
    private readonly HashSet<string> _protected;
    private readonly HashSet<string> _products;
    private readonly string[] _descriptions;
    private readonly string[] _productKinds;
    private readonly string[] _makers;

    private SkillRules(ILookup<string, string> rules)
    {
        _tooWide = [.. rules["too-wide"]];
        _everyday = [.. rules["everyday"]];
        _protected = [.. rules["protected"]];
        _products = [.. rules["product"]];
        _descriptions = [.. rules["description"].Select(beginning => $"{beginning} ")];
        _productKinds = [.. rules["product-kind"]];
        _makers = [.. rules["maker"].Select(maker => $"{maker} ")];
    }

    public static SkillRules Load() =>
        new(
            CuratedText
                .Lines(Resource)
                .Select(line => line.Split(':', 2))
                .SelectMany(line => line[1].Split(',').Select(name => (Rule: line[0], Name: name.Trim())))
                .ToLookup(rule => rule.Rule, rule => rule.Name)
        );

    /// <summary>True for a whole field ("engineering") or the beginning of a description ("types of wood").</summary>
    public bool IsTooWide(SkillName name) =>
        _tooWide.Contains(name.Key) || _descriptions.Any(start => name.Key.StartsWith(start, StringComparison.Ordinal));

    /// <summary>True for a single word that texts use for something else; languages are among them.</summary>
    public bool IsEveryday(SkillName name) => _everyday.Contains(name.Lower);

    /// <summary>True when one of the words speaks of belief or sex life.</summary>
    public bool IsProtected(SkillName name) => name.Words.Any(_protected.Contains);

    /// <summary>True for a product whose name is an everyday word, or for a kind of products.</summary>
    public bool IsNoProduct(SkillName name) =>
        _products.Contains(name.Key) || _productKinds.Any(kind => name.Key.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>The product without its maker; null when none of the known makers begins it.</summary>
    public string? WithoutMaker(string product) =>
        _makers
            .Where(maker => product.StartsWith(maker, StringComparison.Ordinal))
            .Select(maker => product[maker.Length..].TrimStart())
            .FirstOrDefault();
}
