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
