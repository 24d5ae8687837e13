using CiivSoft.Abstractions.Accounts;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class SyncEstimateTests
{
    [Fact]
    public void A_complete_synchronisation_has_no_estimate() => SyncEstimate.Of(Status(true, 0), 5).ShouldBeNull();

    [Fact]
    public void While_people_are_listed_no_end_is_claimed()
    {
        var estimate = SyncEstimate.Of(Status(false, 400), 10).ShouldNotBeNull();

        estimate.Share.ShouldBeNull();
        estimate.Text.ShouldContain("not known until the end");
    }

    [Fact]
    public void When_everybody_is_listed_the_rest_follows_from_the_rate()
    {
        var estimate = SyncEstimate.Of(Status(true, 600), callsPerSecond: 10).ShouldNotBeNull();

        estimate.Share.ShouldBe(0.4);
        estimate.Text.ShouldContain("600 of 1,000 people");
        estimate.Text.ShouldContain("about 2 min or longer");
    }

    [Fact]
    public void A_pause_is_named_instead_of_an_end()
    {
        var paused = Status(true, 600) with { Pauses = [new PauseScope(null, null)] };

        SyncEstimate.Of(paused, 0).ShouldNotBeNull().Text.ShouldEndWith("the account is paused.");
    }

    private static AccountStatus Status(bool isListed, long waiting) =>
        new()
        {
            Account = "acme",
            Connection = ConnectionStatus.Connected,
            Mode = AccountMode.Live,
            Settings = new AccountSettings(),
            Sync = new SyncProgress(isListed, null, 1000),
            Backlog = new Backlog(0, 0, waiting, 0),
            Known = new KnownCounts(1000, 1000, 400, 10),
        };
}
