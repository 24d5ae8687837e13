using CiivSoft.Matching.Postings;

namespace CiivSoft.Matching.Tests.Postings;

public sealed class PostingTitleTests
{
    [Theory]
    [InlineData("Travel Nurse, Night Shift", "nurse")]
    [InlineData("Travel Agent (part-time)", "travel agent")]
    [InlineData("Contract Java Developer", "java developer")]
    [InlineData("Senior Contract Manager", "contract manager")]
    [InlineData("Lead Generation Specialist", "lead generation specialist")]
    [InlineData("Full-Stack Developer, full time", "full stack developer")]
    public void What_tells_the_work_stays(string title, string telling) =>
        PostingTitle.Telling(title).ShouldBe(telling);
}
