using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Schedules;

namespace CiivSoft.Grains.Accounts;

/// <summary>When the account works. In quiet hours nothing is begun; what is under way is finished.</summary>
internal sealed partial class AccountGrain
{
    private (WorkSchedule Schedule, WorkHours Hours)? _hours;

    private WorkHours Hours
    {
        get
        {
            var schedule = _account.State.Settings.Schedule;
            if (_hours is not { } known || !ReferenceEquals(known.Schedule, schedule))
            {
                _hours = (schedule, WorkHours.Of(schedule));
            }

            return _hours.Value.Hours;
        }
    }

    private DateTimeOffset? QuietUntil => MayWork ? Hours.QuietUntil(_account.Now) : null;

    private bool IsQuiet => Hours.QuietUntil(_account.Now) is not null;

    private IEnumerable<Finding> ScheduleFindings() =>
        WorkHours.KnowsZone(_account.State.Settings.Schedule)
            ? []
            : [AccountFindings.UnknownZone(_account.State.Settings.Schedule.TimeZone, _account.Now)];
}
