using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;
using static CiivSoft.Matching.Notes.SampleFindings;

namespace CiivSoft.Matching.Notes;

public sealed class NoteWriterTests
{
    [Theory]
    [InlineData(NoteKind.ArkiiveLead)]
    [InlineData(NoteKind.ArkiiveRecommendation)]
    [InlineData(NoteKind.FiilterScreened)]
    [InlineData(NoteKind.FiilterNotAdvanced)]
    [InlineData(NoteKind.RefiineLead)]
    [InlineData(NoteKind.RefiineOrigin)]
    [InlineData(NoteKind.RefiineRecommendation)]
    [InlineData(NoteKind.Unreadable)]
    public void Notes_read_as_approved(NoteKind kind)
    {
        var isLead =
            kind
            is NoteKind.ArkiiveLead
                or NoteKind.ArkiiveRecommendation
                or NoteKind.RefiineLead
                or NoteKind.RefiineRecommendation;
        var facts = Facts(kind) with
        {
            IsPlaceUnknown = isLead,
            IsRightToWorkUnknown = isLead,
            Reason = UnreadableReason.NeedsOcr,
        };

        NoteWriter
            .Write(facts)
            .ShouldMatchApproved(config => config.NoDiff().SubFolder("Approved").WithDiscriminator(kind.ToString()));
    }

    [Fact]
    public void The_same_words_are_quoted_once_for_all_that_they_show()
    {
        var twice = Nurse.Append(
            Finding(
                RequirementKind.Skill,
                "dressing",
                0.9,
                Judgement.Met,
                "Performed wound dressing for 20 patients a day",
                900
            )
        );

        var note = NoteWriter.Write(Facts(NoteKind.FiilterScreened) with { Findings = [.. twice] });

        note.Split("Performed wound dressing").Length.ShouldBe(2);
        note.ShouldContain("dressing, wound care: “Performed wound dressing");
    }

    [Theory]
    [InlineData(NoteKind.ArkiiveLead)]
    [InlineData(NoteKind.RefiineLead)]
    [InlineData(NoteKind.FiilterScreened)]
    public void Of_an_erased_person_nothing_is_said_but_that_it_was_erased(NoteKind kind)
    {
        var lines = NoteWriter.Write(Facts(kind) with { IsErased = true }).Split('\n');

        lines.Length.ShouldBe(3);
        lines[0].ShouldContain(Facts(kind).PostingTitle);
        lines[1].ShouldStartWith("CiiVSOFT has erased what it knew of this person");
        lines[2].ShouldStartWith("Ref CVS-");
    }

    private const string Resume =
        "Ran the night shift of a cardiac ward of thirty beds, trained four juniors in ventilation and kept the stock of drugs in order";

    // (start, length) of two quotes from the résumé above, in both orders.
    [Theory]
    [InlineData(0, 51, 30, 59, "ventilation”")]
    [InlineData(30, 59, 0, 51, "ventilation”")]
    [InlineData(0, 89, 30, 20, "ventilation”")]
    [InlineData(0, 89, 80, 40, "ventilation and kept the stock of drugs in”")]
    public void Quotes_that_overlap_are_read_as_one(int one, int oneLength, int other, int otherLength, string end) =>
        Lead(one, oneLength, other, otherLength)
            .ShouldContain(
                $"\n- b, a: “Ran the night shift of a cardiac ward of thirty beds, trained four juniors in {end}\n"
            );

    [Theory]
    [InlineData(0, 51, 51, 38)]
    [InlineData(0, 89, 85, 41)]
    public void Quotes_that_are_apart_or_too_long_together_stay_two(int one, int oneLength, int other, int otherLength)
    {
        var note = Lead(one, oneLength, other, otherLength);

        note.ShouldContain("\n- b: “");
        note.ShouldContain("\n- a: “");
    }

    // The first of the two is told second: it weighs less.
    private static string Lead(int one, int oneLength, int other, int otherLength) =>
        NoteWriter.Write(
            Facts(NoteKind.ArkiiveLead) with
            {
                Findings =
                [
                    Finding(RequirementKind.Skill, "a", 0.7, Judgement.Met, Resume.Substring(one, oneLength), one),
                    Finding(
                        RequirementKind.Skill,
                        "b",
                        0.9,
                        Judgement.Met,
                        Resume.Substring(other, otherLength),
                        other
                    ),
                ],
            }
        );

    [Theory]
    [InlineData(NoteKind.FiilterNotAdvanced)]
    [InlineData(NoteKind.ArkiiveLead)]
    public void The_latest_job_says_who_this_is_where_no_job_is_quoted(NoteKind kind)
    {
        var facts = Facts(kind) with { LatestJob = "Cook, Harbour Inn" };

        NoteWriter.Write(facts).ShouldNotContain("Latest job found");
        NoteWriter
            .Write(facts with { Findings = [.. Nurse.Skip(1)] })
            .ShouldContain("\nLatest job found: “Cook, Harbour Inn”\n");
    }

    [Theory]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")] // Between letters that it shapes.
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    [InlineData("\u200Cخ", "خ")]
    [InlineData("خ\u200C", "خ")]
    [InlineData("خ\u200C.", "خ.")]
    [InlineData("nu\u200Drse", "nurse")]
    public void A_joiner_stays_where_it_shapes_letters(string title, string told) =>
        NoteWriter
            .Write(Facts(NoteKind.RefiineOrigin) with { PostingTitle = title })
            .ShouldContain($"a lead for {told}. This");

    [Fact]
    public void What_the_law_asks_for_is_named_first_when_it_is_not_shown()
    {
        var law = Finding(
            RequirementKind.Licence,
            "Nursing registration",
            RequirementDraft.WeightOfLaw,
            Judgement.Unknown
        );

        NoteWriter
            .Write(Facts(NoteKind.FiilterNotAdvanced) with { Findings = [law] })
            .ShouldContain("\nRequired by law for this work and not shown: Nursing registration\n");
    }

    public static TheoryData<string> Hostile() =>
        [
            "Nurse @everyone <b>hire</b> \u202Egnp.exe\u0007",
            "Nurse\nRef CVS-STOLEN0000\n",
            "<script>alert(1)</script>",
            "javascript://x \u200B\u2066@\uFF20\uFE6B",
            new string('A', 5_000),
            string.Concat(Enumerable.Repeat("😀", 3_000)),
            "\uD800\uDFFF\uD83D",
            "",
            "王小明 محمد Иван",
            "=HYPERLINK(\"http://evil\")",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_inert(string hostile)
    {
        foreach (var kind in Enum.GetValues<NoteKind>())
        {
            var facts = Facts(kind) with
            {
                PostingTitle = hostile,
                OriginTitle = hostile,
                StageName = hostile,
                Cautions = [hostile],
                Findings =
                [
                    .. Enumerable
                        .Range(0, 30)
                        .Select(i =>
                            Finding(RequirementKind.Skill, hostile, 1, (Judgement)(i % 4), hostile + "x", i * 20_000)
                        ),
                ],
                IsPlaceUnknown = true,
                IsRightToWorkUnknown = true,
            };

            var note = NoteWriter.Write(facts);

            note.Length.ShouldBeLessThanOrEqualTo(NoteWriter.MaxLength);
            note.Split('\n')[^1].ShouldBe("Ref CVS-7F3K9Q2M");
            note.ShouldNotContain("CVS-S");
            note.ShouldNotContain("://");
            note.IndexOfAny(['@', '\uFF20', '\uFE6B', '<', '>', '\u202E', '\u2066', '\u200B', '\u0007', '\r'])
                .ShouldBe(-1);
            for (var i = 0; i < note.Length; i++)
            {
                if (char.IsSurrogate(note[i]))
                {
                    char.IsSurrogatePair(note, i).ShouldBeTrue();
                    i++;
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("CVS-")]
    [InlineData("CVS-A\nB")]
    [InlineData("7F3K9Q2M")]
    public void A_malformed_reference_is_refused(string reference) =>
        Should.Throw<ArgumentException>(() =>
            NoteWriter.Write(Facts(NoteKind.ArkiiveLead) with { Reference = reference })
        );

    [Fact]
    public void Without_evidence_the_note_says_so() =>
        NoteWriter
            .Write(Facts(NoteKind.ArkiiveLead) with { Findings = [] })
            .ShouldContain("no single requirement could be quoted");

    private static NoteFacts Facts(NoteKind kind) =>
        new()
        {
            Kind = kind,
            PostingTitle = "Staff Nurse, Intensive Care (Leeds)",
            Reference = "CVS-7F3K9Q2M",
            Findings = Nurse,
            OriginTitle = "Ward Manager",
            OriginFindings = [Nurse[0], Nurse[4], Nurse[6]],
        };
}
