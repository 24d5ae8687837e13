using CiivSoft.Grains.Candidates;

namespace CiivSoft.Grains.Tests.Candidates;

public sealed class RelocationTests
{
    [Theory]
    [InlineData("I am willing to relocate.", true)]
    [InlineData("Open to  relocation within Europe", true)]
    [InlineData("Happy to be relocated", true)]
    [InlineData("RELOCATION: YES", true)]
    [InlineData("Not willing to relocate", false)]
    [InlineData("unable to relocate", false)]
    [InlineData("Relocation: no, though open to relocation for the right role", false)]
    [InlineData("Led the relocation of the Leeds office", false)]
    [InlineData("", false)]
    public void Only_a_plain_statement_counts(string text, bool isOffered) =>
        Relocation.IsOffered(text).ShouldBe(isOffered);
}
