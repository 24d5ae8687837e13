using System.Globalization;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Requirements;

/// <summary>Changes to a list of requirements as the command line names them. Lines are named by their number in the list.</summary>
internal sealed record RequirementEdits
{
    /// <summary>New ones that are required.</summary>
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>New ones that are nice to have.</summary>
    public IReadOnlyList<string> Nice { get; init; } = [];

    /// <summary>Numbers of lines to remove.</summary>
    public IReadOnlyList<int> Remove { get; init; } = [];

    /// <summary><c>3=must</c>, <c>3=nice</c>, <c>3=0.8</c> or <c>3=Another text</c>.</summary>
    public IReadOnlyList<string> Change { get; init; } = [];

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty => Must.Count + Nice.Count + Remove.Count + Change.Count == 0;

    /// <summary>The whole list as it shall be.</summary>
    /// <exception cref="CliException">There is no such line.</exception>
    public IReadOnlyList<RequirementItem> ApplyTo(RequirementSheet sheet)
    {
        var lines = sheet
            .Lines.Select(
                (line, i) => (Number: i + 1, Item: new RequirementItem(line.Id, line.Text, line.IsMust, line.Weight))
            )
            .ToDictionary(pair => pair.Number, pair => pair.Item);
        foreach (var change in Change)
        {
            var (number, what) = Split(change);
            lines[number] = Changed(Find(lines, number), what);
        }

        foreach (var number in Remove)
        {
            _ = Find(lines, number);
            lines.Remove(number);
        }

        return
        [
            .. lines.OrderBy(pair => pair.Key).Select(pair => pair.Value),
            .. Must.Select(text => new RequirementItem(Id: null, text, IsMust: true, Weight: null)),
            .. Nice.Select(text => new RequirementItem(Id: null, text, IsMust: false, Weight: null)),
        ];
    }

    private static RequirementItem Changed(RequirementItem item, string what) =>
        what.ToUpperInvariant() switch
        {
            // Without a weight it gets the usual one of its kind.
            "MUST" => item with { IsMust = true, Weight = item.IsMust ? item.Weight : null },
            "NICE" => item with { IsMust = false, Weight = item.IsMust ? null : item.Weight },
            _ when double.TryParse(what, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) => item with
            {
                Weight = weight,
            },
            _ => item with { Text = what },
        };

    private static (int Number, string What) Split(string change)
    {
        var parts = change.Split('=', 2, StringSplitOptions.TrimEntries);
        return
            parts is [var number, { Length: > 0 } what]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? (known, what)
            : throw new CliException(
                ExitCodes.NotDone,
                $"'{change}' names no change.",
                "Write the line's number and what it shall be: --change 3=must, 3=nice, 3=0.8 or '3=Another text'."
            );
    }

    private static RequirementItem Find(Dictionary<int, RequirementItem> lines, int number) =>
        lines.GetValueOrDefault(number)
        ?? throw new CliException(
            ExitCodes.NotFound,
            $"There is no line {number} in the list.",
            "'ciivsoft requirements POSTING --account NAME' shows the lines with their numbers."
        );
}
