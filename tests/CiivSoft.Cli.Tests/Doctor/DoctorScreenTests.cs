using CiivSoft.Cli.Doctor;
using Spectre.Console.Testing;

namespace CiivSoft.Cli.Tests.Doctor;

public sealed class DoctorScreenTests
{
    [Fact]
    public void What_several_checks_complain_of_in_the_same_words_is_told_once_the_worst_first()
    {
        var busy = Complaint.Warning("Not looked at within 4.5 seconds.", "Try again.");
        var other = Complaint.Problem("Not looked at within 4.5 seconds.", "Try again.");
        using var console = new TestConsole();

        DoctorScreen.Show(
            new DoctorReport(
                false,
                4.5,
                [Result("lever", busy), Result("clock", other), Result("disk", busy), Result("stage", busy)]
            ),
            console
        );

        console
            .Lines.Take(4)
            .ShouldBe([
                "PROBLEM clock: Not looked at within 4.5 seconds.",
                "  Try again.",
                "warning lever, disk, stage: Not looked at within 4.5 seconds.",
                "  Try again.",
            ]);
    }

    private static CheckResult Result(string check, Complaint complaint) =>
        new(check, "", CheckOutcome.Warning, [complaint]);
}
