using CiivSoft.Abstractions.Accounts;
using CiivSoft.Dashboard.Live;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class BoardHealthTests
{
    [Fact]
    public void With_nothing_to_do_all_is_well() =>
        BoardHealth
            .Of(Board([Account()], "Active"))
            .ShouldBe(new BoardHealth("", "All is well", "1 silo active · 1 account · nothing waits"));

    [Fact]
    public void What_needs_a_person_is_counted_over_all_accounts()
    {
        var finding = new Finding("stage-missing", "m", "r", DateTimeOffset.UnixEpoch);

        var health = BoardHealth.Of(Board([Account(finding), Account(finding)], "Active", "Joining"));

        health.ShouldBe(
            new BoardHealth("warn", "2 things need a person", "1 of 2 silos active · 2 accounts · nothing waits")
        );
    }

    [Fact]
    public void An_account_that_does_not_answer_goes_first_and_no_silo_before_that()
    {
        var silent = Account() with { Answers = false };

        BoardHealth.Of(Board([silent], "Active")).Headline.ShouldBe("1 account does not answer");
        BoardHealth.Of(Board([silent])).Headline.ShouldBe("No silo answers");
    }

    private static Board Board(AccountBoard[] accounts, params string[] silos) =>
        new()
        {
            At = DateTimeOffset.UnixEpoch,
            Accounts = [.. accounts],
            Silos = [.. silos.Select(s => new SiloLine("a", "n", s, null, null, null))],
        };

    private static AccountBoard Account(params Finding[] findings) =>
        new()
        {
            Name = "acme",
            StatusAt = DateTimeOffset.UnixEpoch,
            Answers = true,
            Status = new AccountStatus
            {
                Account = "acme",
                Connection = ConnectionStatus.Connected,
                Mode = AccountMode.Live,
                Settings = new AccountSettings(),
                Sync = new SyncProgress(true, null, 0),
                Backlog = new Backlog(0, 0, 0, 0),
                Known = new KnownCounts(0, 0, 0, 0),
                Findings = [.. findings],
            },
        };
}
