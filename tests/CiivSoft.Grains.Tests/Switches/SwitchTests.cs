using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Switches;

namespace CiivSoft.Grains.Tests.Switches;

public sealed class SwitchTests
{
    private static readonly AccountState Live = new() { Mode = AccountMode.Live };

    [Theory]
    [InlineData("CiiVSOFT off", RunMode.Off)]
    [InlineData(" ciivsoft  SHADOW ", RunMode.Shadow)]
    [InlineData("CiiVSOFT live", RunMode.Live)]
    [InlineData("CiiVSOFT opt-out", null)]
    [InlineData("CiiVSOFT", null)]
    [InlineData("Nurse", null)]
    public void A_tag_of_a_posting_switches_it(string tag, RunMode? mode) =>
        PostingTags.ModeOf(["Engineering", tag]).ShouldBe(mode);

    [Fact]
    public void Of_several_tags_the_strictest_holds() =>
        PostingTags.ModeOf(["CiiVSOFT live", "CiiVSOFT off", "CiiVSOFT shadow"]).ShouldBe(RunMode.Off);

    [Theory]
    [InlineData(RunMode.Live, RunMode.Shadow, RunMode.Shadow)]
    [InlineData(RunMode.Off, RunMode.Live, RunMode.Off)]
    [InlineData(null, RunMode.Off, RunMode.Off)]
    [InlineData(RunMode.Shadow, null, RunMode.Shadow)]
    [InlineData(null, null, RunMode.Live)]
    public void Of_operator_and_tag_the_stricter_holds(RunMode? byOperator, RunMode? byTag, RunMode mode) =>
        Live.WithPostingMode("p", byOperator)
            .WithPostingTags([("p", byTag)])
            .ModeOf(Solution.Fiilter, "p")
            .ShouldBe(mode);

    [Fact]
    public void Neither_a_tag_nor_an_operator_makes_a_posting_live_in_a_shadow_account() =>
        new AccountState()
            .WithPostingMode("p", RunMode.Live)
            .WithPostingTags([("p", RunMode.Live)])
            .ModeOf(Solution.Arkiive, "p")
            .ShouldBe(RunMode.Shadow);

    [Fact]
    public void A_solution_is_switched_by_itself()
    {
        var state = Live with
        {
            Settings = new AccountSettings { Solutions = new SolutionModes { Refiine = RunMode.Off } },
        };

        state.ModeOf(Solution.Refiine, "p").ShouldBe(RunMode.Off);
        state.ModeOf(Solution.Fiilter, "p").ShouldBe(RunMode.Live);
    }

    [Fact]
    public void Setting_the_same_twice_changes_nothing()
    {
        var once = Live.WithPostingMode("p", RunMode.Off).WithPostingTags([("q", RunMode.Shadow)]);

        once.WithPostingMode("p", RunMode.Off).ShouldBeSameAs(once);
        once.WithPostingTags([("q", RunMode.Shadow), ("r", null)]).ShouldBeSameAs(once);
    }

    [Fact]
    public void Who_waited_while_a_posting_was_off_is_looked_for_when_it_is_on_again()
    {
        var off = Live.WithPostingMode("p", RunMode.Off).WithPostingTags([("p", RunMode.Off), ("q", RunMode.Off)]);

        off.Opening.ShouldBeEmpty();
        off.WithPostingMode("p", null).Opening.ShouldBeEmpty(); // still off by its tag
        off.WithPostingMode("p", null).WithPostingTags([("p", null)]).Opening.ShouldBe(["p"]);
        off.WithPostingTags([("q", RunMode.Shadow)]).Opening.ShouldBe(["q"]);
    }

    [Fact]
    public void Postings_that_are_restricted_travel_with_the_work()
    {
        var state = Live.WithPostingMode("p", RunMode.Off).WithPostingTags([("q", RunMode.Live)]);

        state.RestrictedPostings().Keys.ShouldBe(["p"]);
        state
            .PostingSwitches()
            .ShouldBe([new PostingSwitch("p", RunMode.Off, null), new PostingSwitch("q", null, RunMode.Live)]);
    }
}
