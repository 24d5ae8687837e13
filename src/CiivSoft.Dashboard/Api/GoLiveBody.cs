namespace CiivSoft.Dashboard.Api;

/// <summary>Whether decisions made in shadow are written too.</summary>
internal sealed record GoLiveBody(bool ApplyShadow);
