using CiivSoft.Storage.Work;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Grains.Accounts;

internal sealed partial class AccountGrain
{
    [LoggerMessage(LogLevel.Warning, "There is no reminder {Reminder}; it is ignored")]
    private partial void LogUnknownReminder(string reminder);

    [LoggerMessage(LogLevel.Warning, "Lever failed at {Route} with status {Status}; work waits")]
    private partial void LogLeverFailed(string route, int? status);

    [LoggerMessage(LogLevel.Warning, "Lever did not accept the key; it is probed now and then")]
    private partial void LogKeyRefused();

    [LoggerMessage(LogLevel.Error, "{Kind} {Id} failed; it is put off")]
    private partial void LogWorkFailed(Exception failure, WorkKind kind, string id);

    [LoggerMessage(LogLevel.Error, "An activity of the account failed; it is tried again")]
    private partial void LogLoopFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "Another activation took the account over; this one stops")]
    private partial void LogTakenOver(Exception failure);

    [LoggerMessage(
        LogLevel.Error,
        "Account {Account} is held by the cluster {Cluster} on the same database; this cluster does nothing for it"
    )]
    private partial void LogHeldElsewhere(string account, string cluster);

    [LoggerMessage(LogLevel.Information, "Account {Account} is free again; this cluster takes it over")]
    private partial void LogFree(string account);

    [LoggerMessage(LogLevel.Warning, "The database could not be asked who holds the account; nothing new is begun")]
    private partial void LogHoldUnknown(Exception failure);

    [LoggerMessage(
        LogLevel.Warning,
        "Leads with our source that this database did not make appear in Lever; nothing is written for a while"
    )]
    private partial void LogForeignMarks();

    [LoggerMessage(LogLevel.Error, "Telling operators failed; it is tried again")]
    private partial void LogNoticesFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The account was disconnected for as long as its data may be kept; it is erased")]
    private partial void LogRetentionEnded();
}
