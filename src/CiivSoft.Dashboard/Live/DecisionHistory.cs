using System.Collections.Immutable;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Live;

/// <summary>What was decided on each of the last days. Days that are over are counted once.</summary>
internal sealed class DecisionHistory(DecisionQueries decisions, AccountKey account)
{
    private const int Days = 14;

    // A commit that began before midnight may end after it.
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);

    private readonly Dictionary<DateOnly, DayCount> _over = [];

    public async Task<ImmutableArray<DayCount>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var days = ImmutableArray.CreateBuilder<DayCount>(Days);
        for (var day = today.AddDays(1 - Days); day <= today; day = day.AddDays(1))
        {
            if (!_over.TryGetValue(day, out var counted))
            {
                counted = await CountAsync(day, cancellationToken);
                if (now - Start(day.AddDays(1)) > Settles)
                {
                    _over[day] = counted;
                }
            }

            days.Add(counted);
        }

        return days.MoveToImmutable();
    }

    private async Task<DayCount> CountAsync(DateOnly day, CancellationToken cancellationToken) =>
        new(day, [.. await decisions.CountAsync(account, Start(day), Start(day.AddDays(1)), cancellationToken)]);

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
