using CiivSoft.Abstractions.Postings;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Grains.Postings;

/// <summary>Requirements as they are shown.</summary>
internal static class RequirementSheets
{
    public static RequirementSheet Of(PresentRequirements present, long stale)
    {
        var list = present.List;
        var newest = present.History.Count > 0 ? present.History[0] : null;
        return new RequirementSheet
        {
            PostingId = present.Row.PostingId,
            Title = present.Row.Title,
            Version = present.Version,
            IsEdited = newest?.ListJson is not null,
            IsOutdated = newest?.ListJson is not null && newest.PostingHash != present.Row.ContentHash,
            Lines = [.. list.Items.Select(Line)],
            Refused = [.. list.Refused.Select(Line)],
            History =
            [
                .. present.History.Select(e => new RequirementEdit(e.Version, e.EditedBy, e.EditedAt, e.Summary)),
            ],
            StaleDecisions = stale,
        };
    }

    public static RefusedLine Line(RefusedCriterion criterion) =>
        new(criterion.Attribute, criterion.Wording, criterion.Alternative);

    /// <summary>Why an edit was refused, with what could be asked instead.</summary>
    public static string Why(EditedRequirements.Refused refused) =>
        string.Join(
            ' ',
            refused.Criteria.Select(c => $"\"{c.Wording}\" stands for {c.Attribute} and is not judged. {c.Alternative}")
        );

    private static RequirementLine Line(Requirement item) =>
        new(
            item.Id,
            item.Kind.ToString(),
            item.Importance == RequirementImportance.Must,
            item.Weight,
            item.Text,
            RequirementEditor.Bars(item),
            item.SourceStart,
            item.SourceLength
        );
}
