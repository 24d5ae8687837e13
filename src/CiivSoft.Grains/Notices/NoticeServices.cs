using CiivSoft.Matching;
using CiivSoft.Notifications;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Notices;

/// <summary>What telling operators needs.</summary>
internal sealed record NoticeServices(INoticeStore Store, NoticeSenders Senders, IMatchingEngine Engine);
