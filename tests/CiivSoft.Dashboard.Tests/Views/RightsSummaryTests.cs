using CiivSoft.Abstractions.Accounts;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class RightsSummaryTests
{
    private static readonly RightCheck Stages = new("Find all stages", RightState.Present, "FiiLTER");
    private static readonly RightCheck Notes = new("Find all opportunity notes", RightState.Missing, "finding notes");
    private static readonly RightCheck Move = new("Update an opportunity stage", RightState.NotYetKnown, "FiiLTER");

    [Fact]
    public void What_is_missing_goes_first_and_what_is_there_last() =>
        RightsSummary.Ordered(new Preflight(true, [Stages, Move, Notes], [])).ShouldBe([Notes, Move, Stages]);

    [Theory]
    [InlineData(true, false, "good", "The key works, and has every right that can be asked about.")]
    [InlineData(true, true, "warn", "The key works. 1 right is missing; only what needs it stops.")]
    [InlineData(false, true, "bad", "1 right is missing without which nothing can be done.")]
    public void A_key_is_summed_up(bool connected, bool lacksNotes, string tone, string text) =>
        RightsSummary
            .Sentence(new Preflight(connected, lacksNotes ? [Stages, Notes] : [Stages], []))
            .ShouldBe((tone, text));

    [Fact]
    public void Missing_rights_are_boxes_to_tick_and_not_repeated_as_findings()
    {
        var right = new Finding("right-missing:Find all opportunity notes", "m", "r", default);
        var stage = new Finding("stage-missing", "m", "r", default);
        var rights = new Preflight(true, [Notes], [right, stage]);

        RightsSummary.Missing(rights).ShouldBe(["Find all opportunity notes"]);
        RightsSummary.Others(rights).ShouldBe([stage]);
    }
}
