using CiivSoft.Abstractions.Notifications;

namespace CiivSoft.Dashboard.Api;

/// <summary>Which way out to try.</summary>
internal sealed record NoticeTestBody(NoticeChannel Channel);
