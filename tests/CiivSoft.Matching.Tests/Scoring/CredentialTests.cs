using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests.Scoring;

public sealed class CredentialTests
{
    private const string Pharmacist = """
        Summary
        Pharmacist with eight years in hospital care, patients on medication and clinical wards.

        Experience
        Clinical Pharmacist, County Hospital, 01/2016 - 12/2023
        Reviewed medication of patients on medical and surgical wards together with nurses and physicians.
        Counselled patients, monitored vital signs and lab results, documented care plans in the hospital system.
        Trained ward staff in the safe administration of medication and infection control.
        """;

    private const string Nurse = """
        Experience
        Staff Nurse, County Hospital, 01/2016 - 12/2023
        Gave medication to patients on medical and surgical wards, monitored vital signs, documented care plans.
        Worked with physicians and pharmacists, trained new staff in infection control and patient safety.

        Certifications
        BLS, ACLS
        """;

    private const string NursePosting =
        "Care for patients on medical and surgical wards: medication, vital signs, care plans, infection control. Work with physicians and pharmacists.";

    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Fact]
    public void A_pharmacist_is_no_nurse_however_alike_the_texts()
    {
        var score = Score("Registered Nurse", NursePosting, Pharmacist);

        score.MissingCredentials.ShouldBe(["Nursing registration"]);
        score.Value.ShouldBeLessThan(Engine.FiilterCut / 1.5);
    }

    [Fact]
    public void The_title_of_a_nurse_shows_the_registration()
    {
        var score = Score("Registered Nurse", NursePosting, Nurse);

        score.MissingCredentials.ShouldBeEmpty();
        score.Value.ShouldBeGreaterThan(Engine.ArkiiveCut);
    }

    [Theory]
    [InlineData("Registered Nurse - RN - Night shift", "Nursing registration")]
    [InlineData("LGV Class 1 Driver", "Commercial driving licence")]
    [InlineData("CDL-A Truck Driver", "Commercial driving licence")]
    [InlineData("Certified Nursing Assistant", "Nursing assistant certificate")]
    [InlineData("Staff Pharmacist", "Pharmacist's licence")]
    [InlineData("Associate Attorney", "Bar admission")]
    public void A_title_tells_what_the_law_asks_for(string title, string name) =>
        RequiredCredentials.Of(title, "").Select(credential => credential.Name).ShouldBe([name]);

    [Theory]
    [InlineData("Nurse Recruiter")]
    [InlineData("Pharmacy Sales Representative")]
    [InlineData("Legal Assistant to Attorney")]
    [InlineData("Device Driver Developer")]
    [InlineData("Delivery Driver")]
    [InlineData("Software Engineer")]
    [InlineData("")]
    public void Other_work_asks_for_nothing(string title) => RequiredCredentials.Of(title, "").ShouldBeEmpty();

    [Theory]
    [InlineData("Requirements\n- Forklift licence", true)]
    [InlineData("You must hold a forklift certificate.", true)]
    [InlineData("Requirements\n- Forklift licence or willing to train", false)]
    [InlineData("Nice to have\n- Forklift licence", false)]
    [InlineData("A forklift certificate is a plus.", false)]
    [InlineData("We run a forklift training school.", false)]
    public void A_text_asks_for_it_only_where_it_cannot_do_without(string text, bool isRequired) =>
        RequiredCredentials.Of("Warehouse Operative", text).Any().ShouldBe(isRequired);

    [Theory]
    [InlineData("RN license, State of Ohio", true)]
    [InlineData("Bachelor of Science in Nursing, 2015", true)]
    [InlineData("Registered Nurse", true)]
    [InlineData("Worked with the nurse on duty and with nurses of other wards.", false)]
    [InlineData("No nursing license yet", false)]
    [InlineData("Want to become a registered nurse", false)]
    [InlineData("Managed patient returns", false)]
    public void A_resume_shows_it_by_name_degree_or_title(string line, bool isShown)
    {
        var nursing = KnownCredentials.All.Single(credential => credential.Name is "Nursing registration");

        (ShownCredential.Find(line, nursing) is not null).ShouldBe(isShown);
    }

    [Fact]
    public void Showing_it_never_lowers_the_score() =>
        Score("Registered Nurse", NursePosting, Pharmacist + "\n\nCertifications\nRN license\n")
            .Value.ShouldBeGreaterThan(Score("Registered Nurse", NursePosting, Pharmacist).Value);

    [Fact]
    public void It_is_drafted_as_a_requirement_and_quoted_where_it_is_shown()
    {
        var draft = RequirementDrafter.Draft(new PostingSource("Registered Nurse", NursePosting));

        EvidenceFinder
            .Judge(draft, Nurse, Nurse)
            .Single(finding => finding.Requirement.Kind == RequirementKind.Licence)
            .ShouldSatisfyAllConditions(
                finding => finding.Judgement.ShouldBe(Judgement.Met),
                finding => finding.Quote!.Text.ShouldContain("Staff Nurse")
            );
        EvidenceFinder
            .Judge(draft, Pharmacist, Pharmacist)
            .Single(finding => finding.Requirement.Kind == RequirementKind.Licence)
            .Judgement.ShouldBe(Judgement.Unknown);
    }

    private static MatchScore.Judgeable Score(string title, string text, string resume) =>
        Engine
            .Score(
                Engine.ReadPosting(new PostingSource(title, text)),
                Engine.ReadResume(new ResumeSource(resume, PersonDetails.None))
            )
            .ShouldBeOfType<MatchScore.Judgeable>();
}
