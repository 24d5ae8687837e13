using CiivSoft.Abstractions.Postings;

namespace CiivSoft.Dashboard.Views;

/// <summary>A posting's requirements while somebody edits them.</summary>
public sealed class EditedRequirements
{
    private EditedRequirements(int version, IEnumerable<EditedRequirement> lines)
    {
        Version = version;
        Lines = [.. lines];
    }

    /// <summary>The version that is edited.</summary>
    public int Version { get; }

    /// <summary>In their order.</summary>
    public IList<EditedRequirement> Lines { get; }

    /// <summary>Whether people's list is given up for the draft of the posting's text.</summary>
    public bool IsBackToDraft { get; set; }

    /// <summary>The sheet as a form.</summary>
    public static EditedRequirements Of(RequirementSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new(
            sheet.Version,
            sheet.Lines.Select(l => new EditedRequirement
            {
                Id = l.Id,
                Text = l.Text,
                IsMust = l.IsMust,
                Weight = l.Weight,
                Kind = l.Kind,
            })
        );
    }

    /// <summary>What is asked for. Lines without any text are left out: nobody meant them.</summary>
    public RequirementsChange Change(string by) =>
        new(
            Version,
            by,
            IsBackToDraft
                ? null
                :
                [
                    .. Lines
                        .Where(l => !string.IsNullOrWhiteSpace(l.Text))
                        .Select(l => new RequirementItem(l.Id, l.Text.Trim(), l.IsMust, l.Weight)),
                ],
            IsDryRun: false
        );
}

/// <summary>One line of them.</summary>
public sealed class EditedRequirement
{
    /// <summary>Null for one that is new.</summary>
    public string? Id { get; init; }

    /// <summary>Null for one that is new.</summary>
    public string? Kind { get; init; }

    /// <summary>What is asked for.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether it is a must.</summary>
    public bool IsMust { get; set; }

    /// <summary>0 to 1; null for what is usual.</summary>
    public double? Weight { get; set; }
}
