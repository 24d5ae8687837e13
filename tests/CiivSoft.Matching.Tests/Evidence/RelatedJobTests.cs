using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

public sealed class RelatedJobTests
{
    private const string Resume = """
        Professional Experience

        Personal Banker, Harbour Savings Bank, 2018 - 2023
        Served customers at the counter, took deposits, cashed checks and balanced the cash drawer each evening.
        Opened accounts, explained loans and credit cards, and sold bank products to walk-in customers.

        Education
        Associate degree in business, 2017
        """;

    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    private static readonly PostingSource Teller = new(
        "Bank Teller",
        """
        Serve customers at the teller window: take deposits, cash checks, process loan payments and withdrawals.
        Balance the cash drawer at the end of the day and keep the vault in order.
        Tell customers about bank products, accounts, credit cards and loans.
        """
    );

    [Fact]
    public void A_job_that_is_called_otherwise_and_means_much_the_same_is_part_of_what_is_asked_for()
    {
        var finding = RoleOf(RequirementDrafter.Draft(Teller), Teller);

        finding.Requirement.Text.ShouldBe("Experience as Bank Teller");
        finding.Judgement.ShouldBe(Judgement.Partly);
        finding.Quote?.Text.ShouldBe("Personal Banker, Harbour Savings Bank, 2018 - 2023");
    }

    [Theory]
    [InlineData(3, Judgement.Partly)]
    [InlineData(7, Judgement.NotMet)]
    public void Its_years_are_part_of_the_years_that_are_asked_for(int years, Judgement expected)
    {
        var asking = Teller with { Text = $"{Teller.Text}\nAt least {years} years of experience." };

        var finding = Judge(RequirementDrafter.Draft(asking), asking)
            .Single(f => f.Requirement.Kind == RequirementKind.Years);

        finding.Requirement.Text.ShouldBe($"{years}+ years as Bank Teller");
        finding.Judgement.ShouldBe(expected);
        (finding.Quote?.Text).ShouldBe(
            expected == Judgement.Partly ? "Personal Banker, Harbour Savings Bank, 2018 - 2023" : null
        );
    }

    [Fact]
    public void A_job_of_another_kind_is_not()
    {
        var chef = new PostingSource(
            "Pastry Chef",
            "Bake bread, cakes and desserts for the restaurant, plan the dessert menu and order flour, butter and sugar."
        );

        RelatedJob.Of(Engine.ReadPosting(chef), Read()).ShouldBeNull();
        RoleOf(RequirementDrafter.Draft(chef), chef).Judgement.ShouldBe(Judgement.Unknown);
    }

    [Fact]
    public void Another_title_that_a_person_put_in_its_place_is_looked_for_as_it_is()
    {
        var drafted = RequirementDrafter.Draft(Teller);
        var edited = drafted with
        {
            Items =
            [
                .. drafted.Items.Select(item =>
                    item.Kind == RequirementKind.Role ? item with { Terms = ["Forklift Driver"] } : item
                ),
            ],
        };

        RoleOf(edited, Teller).Judgement.ShouldBe(Judgement.Unknown);
    }

    private static Roles.ResumeProfile Read() => Engine.ReadResume(new ResumeSource(Resume, PersonDetails.None));

    private static Finding RoleOf(RequirementList requirements, PostingSource posting) =>
        Judge(requirements, posting).Single(finding => finding.Requirement.Kind == RequirementKind.Role);

    private static IReadOnlyList<Finding> Judge(RequirementList requirements, PostingSource posting)
    {
        var resume = Read();
        var related = RelatedJob.Of(Engine.ReadPosting(posting), resume);
        return EvidenceFinder.Judge(requirements, resume.Text, resume.ScoredText, related: related);
    }
}
