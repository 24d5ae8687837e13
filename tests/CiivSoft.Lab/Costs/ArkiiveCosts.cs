using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Costs;

/// <summary>
/// What a posting costs that gets its seven leads: alone, among many that open at once, and with a person chosen who is
/// not eligible any more when the lead is to be made, so that the place is filled again.
/// </summary>
internal sealed class ArkiiveCosts(CostLab lab, LabSimulator lever, LabSilo silo, TextWriter progress)
{
    /// <summary>Shards of the candidate index, each asked once.</summary>
    public const int Shards = 4;

    private const int LeadsPerPosting = 7;

    // The simulator opens postings of five occupations in turn.
    private const int Occupations = 5;

    private const int PeopleEach = 30;
    private const int AtOnce = 10;
    private const int Refills = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string[] OptOut = ["CiiVSOFT opt-out"];

    private readonly List<Spent> _quiet = [];
    private readonly List<Spent> _loaded = [];
    private readonly List<Spent> _refilled = [];

    /// <summary>Postings that opened alone and got seven leads.</summary>
    public IReadOnlyList<Spent> Quiet => _quiet;

    public IReadOnlyList<Spent> Loaded => _loaded;

    public IReadOnlyList<Spent> Refilled => _refilled;

    public async Task RunAsync(int postings, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync($"{Occupations * PeopleEach} people for ARKiiVE");
        await PreparePeopleAsync(cancellationToken);
        for (var posting = 0; posting < postings; posting++)
        {
            await progress.WriteLineAsync($"Posting {posting + 1} of {postings}");
            var spent = await lab.MeasureAsync(() => OpenAsync(1, cancellationToken), cancellationToken);
            _quiet.AddRange(spent.Leads == LeadsPerPosting ? [spent] : []);
            await lab.SettleAsync(cancellationToken);
        }

        await progress.WriteLineAsync($"{AtOnce} postings at once");
        var loaded = await lab.MeasureAsync(() => OpenAsync(AtOnce, cancellationToken), cancellationToken);
        // Counted as so many postings as got all of their leads: what the others cost is laid on these.
        _loaded.Add(loaded with { Events = loaded.Leads / LeadsPerPosting });
        await lab.SettleAsync(cancellationToken);
        for (var refill = 0; refill < Refills; refill++)
        {
            await progress.WriteLineAsync($"Refill {refill + 1} of {Refills}");
            await RefillAsync(cancellationToken);
        }
    }

    private async Task PreparePeopleAsync(CancellationToken cancellationToken)
    {
        var opened = await lever.ArriveAsync(new { postings = Occupations }, cancellationToken);
        foreach (var posting in opened.Select(e => e["posting"]!.GetValue<string>()))
        {
            var people = new
            {
                applications = PeopleEach,
                posting,
                quality = "strong",
            };
            await lever.ArriveAsync(people, cancellationToken);
        }

        await silo.ScanUntilIdleAsync(Patience, cancellationToken);
        await lab.SettleAsync(cancellationToken);
        await lab.SettleAsync(cancellationToken);
    }

    // Chosen while nothing may be written; when it may, one of the chosen has opted out.
    private async Task RefillAsync(CancellationToken cancellationToken)
    {
        await silo.PauseArkiiveAsync(isPaused: true, cancellationToken);
        var begun = TimeProvider.System.GetUtcNow();
        var spent = await lab.MeasureAsync(
            async () =>
            {
                await OpenAsync(1, cancellationToken);
                await silo.ScanUntilIdleAsync(Patience, cancellationToken);
                var chosen = await silo.GetChosenAsync(begun, cancellationToken);
                var act = new
                {
                    kind = "tag",
                    opportunity = await lever.FindOpportunityAsync(chosen[0], cancellationToken),
                    tags = OptOut,
                };
                await lever.PostAsync("act", act, cancellationToken);
                await silo.PauseArkiiveAsync(isPaused: false, cancellationToken);
                await silo.WaitUntilAsync(s => s["isIdle"]!.GetValue<bool>(), Patience, cancellationToken);
            },
            events: 1,
            cancellationToken
        );
        _refilled.AddRange(spent.Leads == LeadsPerPosting ? [spent] : []);
        await lab.SettleAsync(cancellationToken);
        await lab.SettleAsync(cancellationToken);
    }

    private async Task OpenAsync(int postings, CancellationToken cancellationToken) =>
        await lever.ArriveAsync(new { postings }, cancellationToken);
}
