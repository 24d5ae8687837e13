using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

internal sealed record User
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary><c>super admin</c>, <c>admin</c>, <c>team member</c>, <c>limited team member</c> or <c>interviewer</c>.</summary>
    public string AccessRole { get; init; } = "team member";

    public long CreatedAt { get; init; }

    /// <summary>Null while the user is active.</summary>
    public long? DeactivatedAt { get; init; }

    public string? ExternalDirectoryId { get; init; }

    public ImmutableArray<string> LinkedContactIds { get; init; } = [];

    public string? JobTitle { get; init; }

    public string? ManagerId { get; init; }

    /// <summary>The part of the e-mail address before the at sign.</summary>
    public string Username => Email.Split('@')[0];
}
