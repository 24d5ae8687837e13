using CiivSoft.Grains.Candidates;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Tests.Candidates;

public sealed class ParsedResumeTextTests
{
    [Fact]
    public void Positions_and_schools_read_like_a_resume()
    {
        var text = ParsedResumeText.Write(
            new LeverParsedResume
            {
                Positions =
                [
                    new LeverPosition
                    {
                        Title = " Nurse ",
                        Org = "Ward 7",
                        Location = "Leeds",
                        Start = new LeverMonth { Year = 2019, Month = 3 },
                        Summary = "Cared for many.",
                    },
                    new LeverPosition
                    {
                        Title = "Carer",
                        Start = new LeverMonth { Year = 2015 },
                        End = new LeverMonth { Year = 2019, Month = 2 },
                    },
                ],
                Schools =
                [
                    new LeverSchool
                    {
                        Degree = "BSc",
                        Field = "Nursing",
                        Org = "Leeds",
                    },
                ],
            }
        );

        text.ShouldBe(
            "Experience\nNurse\nWard 7, Leeds\n03/2019 - present\nCared for many.\n\nCarer\n2015 - 02/2019\n\n"
                + "Education\nBSc, Nursing\nLeeds"
        );
    }

    [Fact]
    public void Impossible_dates_are_left_out() =>
        ParsedResumeText
            .Write(
                new LeverParsedResume
                {
                    Positions =
                    [
                        new LeverPosition
                        {
                            Title = "Nurse",
                            Start = new LeverMonth { Year = 12, Month = 44 },
                            End = new LeverMonth { Year = 2020, Month = 13 },
                        },
                    ],
                }
            )
            .ShouldBe("Experience\nNurse\n2020");

    [Fact]
    public void Nothing_parsed_is_no_text()
    {
        ParsedResumeText.Write(null).ShouldBeEmpty();
        ParsedResumeText.Write(new LeverParsedResume()).ShouldBeEmpty();
        ParsedResumeText.Write(new LeverParsedResume { Positions = [new LeverPosition()] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(119, false)]
    [InlineData(120, true)]
    public void The_file_is_read_unless_the_job_descriptions_say_enough(int words, bool suffices)
    {
        var half = words / 2;
        var parsed = new LeverParsedResume
        {
            Positions =
            [
                new LeverPosition { Summary = Words(half) },
                new LeverPosition { Title = Words(500), Summary = Words(words - half) },
                new LeverPosition(),
            ],
        };

        ParsedResumeText.Suffices(parsed).ShouldBe(suffices);
        ParsedResumeText.Suffices(null).ShouldBeFalse();
    }

    private static string Words(int count) => string.Join("  \n", Enumerable.Repeat("word", count));
}
