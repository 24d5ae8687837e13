using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>A button of an account.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Scope">For pausing and resuming: what; else everything.</param>
public sealed record AccountAct(AccountActKind Kind, PauseScope Scope);

/// <summary>What a button of an account does.</summary>
public enum AccountActKind
{
    /// <summary>Stops new writes.</summary>
    Pause,

    /// <summary>Lifts a pause.</summary>
    Resume,

    /// <summary>From now on, decisions are only recorded.</summary>
    GoShadow,

    /// <summary>From now on, decisions are written.</summary>
    GoLive,

    /// <summary>And those made in shadow that still hold.</summary>
    GoLiveWithShadow,
}
