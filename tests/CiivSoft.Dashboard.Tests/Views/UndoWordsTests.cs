using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class UndoWordsTests
{
    [Fact]
    public void What_can_be_undone_and_what_was_left_alone_is_counted() =>
        UndoWords
            .Summary(
                new UndoList([Item(UndoState.LeftAlone), Item(UndoState.Possible), Item(UndoState.Possible)], false)
            )
            .ShouldBe("2 can be undone, 1 left alone.");

    [Fact]
    public void Nothing_done_is_said_so() =>
        UndoWords.Summary(new UndoList([], false)).ShouldBe("Nothing was done in Lever that could be undone.");

    private static UndoItem Item(UndoState state) =>
        new()
        {
            ActionId = "a",
            Action = UndoAction.Move,
            Solution = Solution.Fiilter,
            DecisionId = "d",
            ContactId = "c",
            State = state,
        };
}
