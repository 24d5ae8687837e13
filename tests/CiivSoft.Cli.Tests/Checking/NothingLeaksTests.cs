using System.Text;
using CiivSoft.Cli.Checking.Invariants;

namespace CiivSoft.Cli.Tests.Checking;

public class NothingLeaksTests
{
    private const string Key = "canary-3c1f9b";
    private const string Resume = "Staff nurse on a thirty bed surgical ward since 2019, in charge of night shifts.";

    private readonly NothingLeaks _search = new([Key], [Resume]);

    [Fact]
    public void The_key_in_a_log_is_found_with_its_line_and_not_repeated()
    {
        var finding = _search
            .CheckLog("silo.log", ["started", $"Authorization failed for {Key}"])
            .ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I8");
        finding.Code.ShouldBe("key-in-log");
        finding.Message.ShouldContain("Line 2");
        finding.Message.ShouldNotContain(Key);
    }

    [Fact]
    public void The_key_as_HTTP_sends_it_is_found()
    {
        var header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Key + ":"));

        _search.CheckLog("silo.log", [header]).ShouldHaveSingleItem().Code.ShouldBe("key-in-log");
    }

    [Fact]
    public void Six_words_of_a_resume_are_found_whatever_their_case()
    {
        _search
            .CheckLog("silo.log", ["scored: STAFF NURSE ON A THIRTY BED"])
            .ShouldHaveSingleItem()
            .Code.ShouldBe("resume-in-log");
    }

    [Fact]
    public void Words_that_any_line_may_hold_are_no_resume()
    {
        _search.CheckLog("silo.log", ["Staff nurse on a ward: 12 applications were decided"]).ShouldBeEmpty();
    }

    [Fact]
    public void The_key_in_the_bytes_of_a_database_is_found()
    {
        byte[] bytes = [1, 2, .. Encoding.UTF8.GetBytes(Key), 3];

        _search.CheckBytes("ciivsoft.db", bytes).ShouldHaveSingleItem().Code.ShouldBe("key-in-file");
        _search.CheckBytes("ciivsoft.db", [1, 2, 3]).ShouldBeEmpty();
    }
}
