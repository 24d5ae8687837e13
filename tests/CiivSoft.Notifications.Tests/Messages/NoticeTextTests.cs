using System.Text.Json;
using CiivSoft.Notifications.Messages;
using CiivSoft.Notifications.Tests.Support;

namespace CiivSoft.Notifications.Tests.Messages;

public sealed class NoticeTextTests
{
    [Fact]
    public void A_digest_tells_results_postings_what_waits_and_what_needs_a_person() =>
        NoticeText
            .BodyOf(Samples.Digest)
            .ReplaceLineEndings("\n")
            .ShouldBe(
                """
                What CiivSoft did from 2026-03-01 to 2026-03-02.

                Results
                  ARKiiVE: 3 leads of 40 decided
                  FiiLTER: 12 matches moved on of 31 decided (2 more in shadow, not written)
                  REFiiNE: 1 referral of 19 decided

                Postings with most results
                  9 for Registered Nurse
                  7 for p2

                Waiting
                  4 people with applications
                  2 changes for what is missing

                Failed
                  1 change that Lever refused

                Needs a person
                  Lever has no stage named 'CiiVSOFT SCREENED'.
                    What to do: Add it.

                https://ciivsoft.example/accounts/acme

                Account acme, 2026-03-02 09:00:00Z, msg_0123456789abcdef

                """.ReplaceLineEndings("\n")
            );

    [Fact]
    public void A_change_tells_before_and_after()
    {
        var change = Samples.Alert with
        {
            Data = Samples.Alert.Data with { Changes = [new NoticeChange("quotas.fiilter", "none", "40")] },
        };

        NoticeText.BodyOf(change).ShouldContain("  quotas.fiilter: none -> 40");
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var body = NoticeJson.Write(Samples.Digest);

        NoticeJson.Write(NoticeJson.Read(body)).ShouldBe(body);
        body.ShouldStartWith("""{"type":"digest.daily","timestamp":"2026-03-02T09:00:00+00:00","data":{"id":"msg_""");
    }

    [Fact]
    public void A_field_of_a_newer_release_is_no_hindrance()
    {
        var body = NoticeJson
            .Write(Samples.Alert)
            .Replace("\"account\":", "\"mood\":\"fine\",\"account\":", StringComparison.Ordinal);

        NoticeJson.Read(body).Data.Account.ShouldBe("acme");
        Should.Throw<JsonException>(() => NoticeJson.Read("null"));
    }
}
