using CiivSoft.Matching.Credentials;

namespace CiivSoft.Matching.Requirements;

/// <summary>
/// Turns what a person wants a posting to ask for into requirements that résumés can be judged by. Pure. Criteria that stand
/// for a protected attribute are refused, each with a lawful alternative.
/// </summary>
public static class RequirementEditor
{
    /// <summary>At most so many requirements.</summary>
    public const int MaxItems = 40;

    /// <summary>At most so long a text, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>The list as it would be.</summary>
    /// <param name="present">The list that holds now.</param>
    /// <param name="wishes">The whole list as it shall be, in its order.</param>
    /// <param name="title">The posting's title; years of which nothing else is said are years of it.</param>
    /// <param name="version">Names the result.</param>
    public static EditedRequirements Edit(
        RequirementList present,
        IReadOnlyList<RequirementWish> wishes,
        string title,
        string version
    )
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(title);
        if (Problem(wishes) is { } problem)
        {
            return new EditedRequirements.Invalid(problem);
        }

        var known = present.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var refused = wishes
            .Where(wish => !IsSame(wish, known))
            .SelectMany(wish => EditedCriteria.Find(wish.Text.Trim()))
            .ToList();
        if (refused.Count > 0)
        {
            return new EditedRequirements.Refused(refused);
        }

        var items = new List<Requirement>();
        foreach (var item in wishes.SelectMany(wish => ItemsOf(wish, known, title)))
        {
            items.Add(WithFreeId(item, items));
        }

        return new EditedRequirements.Changed(new RequirementList(version, items, present.Refused));
    }

    /// <summary>Whether somebody who does not show it is below every bar.</summary>
    public static bool Bars(Requirement requirement) => RequiredCredentials.Bars(requirement);

    private static string? Problem(IReadOnlyList<RequirementWish> wishes) =>
        wishes.Count > MaxItems ? $"There are {wishes.Count} requirements; at most {MaxItems} are judged."
        : wishes.Any(wish => string.IsNullOrWhiteSpace(wish.Text)) ? "A requirement has no text."
        : wishes.FirstOrDefault(wish => wish.Text.Length > MaxLength) is { } longest
            ? $"A requirement has {longest.Text.Length} characters; at most {MaxLength} are read."
        : wishes.FirstOrDefault(wish => wish.Weight is < 0 or > 1 or double.NaN) is { } heavy
            ? $"The weight of \"{heavy.Text}\" ({heavy.Weight}) must be 0 to 1."
        : null;

    private static bool IsSame(RequirementWish wish, Dictionary<string, Requirement> known) =>
        wish.Id is { } id && known.TryGetValue(id, out var old) && old.Text == wish.Text.Trim();

    private static IEnumerable<Requirement> ItemsOf(
        RequirementWish wish,
        Dictionary<string, Requirement> known,
        string title
    )
    {
        if (IsSame(wish, known))
        {
            return [Weighted(known[wish.Id ?? ""], wish)];
        }

        var read = RequirementDrafter.ReadOne(wish.Text.Trim(), title);
        return read.Count == 1
            ? [Weighted(read[0] with { Text = wish.Text.Trim() }, wish)]
            : read.Select(item => Weighted(item, wish));
    }

    // Without a word on its weight a requirement weighs what its kind does; half of that where it is nice to have.
    private static Requirement Weighted(Requirement item, RequirementWish wish)
    {
        var full = item.Importance == RequirementImportance.Nice ? Math.Min(1, item.Weight * 2) : item.Weight;
        return item with
        {
            Importance = wish.Importance,
            Weight =
                wish.Weight
                ?? (
                    wish.Importance == item.Importance ? item.Weight
                    : wish.Importance == RequirementImportance.Must ? full
                    : full / 2
                ),
        };
    }

    private static Requirement WithFreeId(Requirement item, List<Requirement> taken)
    {
        var id = item.Id;
        for (var number = 2; taken.Exists(other => other.Id == id); number++)
        {
            id = $"{item.Id}-{number}";
        }

        return item with
        {
            Id = id,
        };
    }
}

/// <summary>A requirement as a person wants it.</summary>
/// <param name="Id">Of the requirement that it was; null for a new one.</param>
/// <param name="Text">In the person's words.</param>
/// <param name="Importance">Must or nice to have.</param>
/// <param name="Weight">0 to 1; null for what its kind and importance usually have.</param>
public sealed record RequirementWish(string? Id, string Text, RequirementImportance Importance, double? Weight);

/// <summary>What became of an edit.</summary>
public abstract record EditedRequirements
{
    private EditedRequirements() { }

    /// <summary>The list as it is now.</summary>
    /// <param name="List">It.</param>
    public sealed record Changed(RequirementList List) : EditedRequirements;

    /// <summary>Something stands for a protected attribute.</summary>
    /// <param name="Criteria">Each with a lawful alternative.</param>
    public sealed record Refused(IReadOnlyList<RefusedCriterion> Criteria) : EditedRequirements;

    /// <summary>It cannot be read.</summary>
    /// <param name="Problem">Why, for people.</param>
    public sealed record Invalid(string Problem) : EditedRequirements;
}
