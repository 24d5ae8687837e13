using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Faults;

/// <summary>A recruiter who works while the product does: on applications that just came, and now and then on a posting.</summary>
internal sealed class RecruiterActs(int seed)
{
    // Deleting and anonymising are rarer than moving.
    private static readonly string[] Acts =
    [
        "stage",
        "stage",
        "stage",
        "archive",
        "archive",
        "tag",
        "delete",
        "anonymise",
        "closePosting",
    ];

    private readonly Random _random = new(seed);
    private readonly List<string> _opportunities = [];
    private readonly List<string> _postings = [];

    /// <summary>Learns what arrived.</summary>
    public void Remember(IEnumerable<JsonNode> changes)
    {
        foreach (var change in changes)
        {
            switch (change["kind"]!.GetValue<string>())
            {
                case "opportunity.created":
                    _opportunities.Add(change["opportunity"]!.GetValue<string>());
                    break;
                case "posting.created":
                    _postings.Add(change["posting"]!.GetValue<string>());
                    break;
            }
        }
    }

    public async Task ActAsync(LabSimulator lever, CancellationToken cancellationToken)
    {
        var kind = Acts[_random.Next(Acts.Length)];
        if (kind == "closePosting")
        {
            await ActOnPostingAsync(lever, cancellationToken);
        }
        else if (Take(_opportunities) is { } opportunity)
        {
            object act = kind switch
            {
                "stage" => new
                {
                    kind,
                    opportunity,
                    stage = "offer",
                },
                "tag" => new
                {
                    kind,
                    opportunity,
                    tags = new[] { "CiiVSOFT opt-out" },
                },
                _ => new { kind, opportunity },
            };
            await lever.TryActAsync(act, cancellationToken);
        }
    }

    // One in two is opened again at the next opportunity.
    private async Task ActOnPostingAsync(LabSimulator lever, CancellationToken cancellationToken)
    {
        if (Take(_postings) is not { } posting)
        {
            return;
        }

        await lever.PostAsync("act", new { kind = "closePosting", posting }, cancellationToken);
        if (_random.Next(2) == 0)
        {
            await lever.PostAsync("act", new { kind = "reopenPosting", posting }, cancellationToken);
        }
    }

    // Mostly what came last: that is where the product is at work.
    private string? Take(List<string> ids)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        var place = ids.Count - 1 - _random.Next(Math.Min(ids.Count, 30));
        var id = ids[place];
        ids.RemoveAt(place);
        return id;
    }
}
