using CiivSoft.Abstractions.Postings;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class EditedRequirementsTests
{
    private static readonly RequirementSheet Sheet = new()
    {
        PostingId = "p",
        Title = "t",
        Version = 4,
        Lines = [new RequirementLine("sql", "Skill", IsMust: true, 0.8, "SQL", Bars: false, 0, 3)],
    };

    [Fact]
    public void What_was_edited_is_asked_for_from_the_version_it_was_made_from()
    {
        var edited = EditedRequirements.Of(Sheet);
        edited.Lines[0].IsMust = false;
        edited.Lines.Add(new EditedRequirement { Text = " Python " });
        edited.Lines.Add(new EditedRequirement { Text = "  " });

        var change = edited.Change("ada");

        (change.Version, change.By, change.IsDryRun).ShouldBe((4, "ada", false));
        change
            .Items.ShouldNotBeNull()
            .AsEnumerable()
            .ShouldBe([
                new RequirementItem("sql", "SQL", IsMust: false, 0.8),
                new RequirementItem(null, "Python", IsMust: false, null),
            ]);
    }

    [Fact]
    public void Back_to_the_draft_asks_for_no_list()
    {
        var edited = EditedRequirements.Of(Sheet);
        edited.IsBackToDraft = true;

        edited.Change("ada").Items.ShouldBeNull();
    }
}
