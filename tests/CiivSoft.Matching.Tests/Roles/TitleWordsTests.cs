using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Tests.Roles;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("Travel Nurse, Night Shift", "nurse")]
    [InlineData("Travel Agent (part-time)", "travel agent")]
    [InlineData("Contract Java Developer", "java developer")]
    [InlineData("Senior Contract Manager", "contract manager")]
    [InlineData("Lead Generation Specialist", "lead generation specialist")]
    [InlineData("Full-Stack Developer, full time", "full stack developer")]
    public void What_tells_the_work_stays(string title, string telling) => TitleWords.Telling(title).ShouldBe(telling);

    [Theory]
    [InlineData("Senior Director, Finance", "director finance finance")]
    [InlineData("IT Director", "information information technology technology director")]
    [InlineData("Registered Nurse", "registered registered nurse nurse")]
    public void What_tells_the_field_is_said_twice(string title, string stressed) =>
        TitleWords.Stressed(title).ShouldBe(stressed);
}
