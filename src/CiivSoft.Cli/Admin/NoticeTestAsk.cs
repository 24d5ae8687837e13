using CiivSoft.Abstractions.Notifications;

namespace CiivSoft.Cli.Admin;

/// <summary>Which way out to try.</summary>
internal sealed record NoticeTestAsk(NoticeChannel Channel);
