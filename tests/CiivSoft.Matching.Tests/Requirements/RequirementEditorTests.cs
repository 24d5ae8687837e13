using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Tests;

namespace CiivSoft.Matching.Requirements;

public sealed class RequirementEditorTests
{
    private static readonly RequirementList Draft = RequirementDrafter.Draft(
        new PostingSource(
            "Data Analyst",
            "Requirements\n- Python\n- 3 years of experience with SQL\n\nNice to have\n- Tableau"
        )
    );

    [Fact]
    public void The_same_wishes_give_the_same_requirements() => Edit(All()).ShouldBe(Draft.Items);

    [Fact]
    public void Importance_weight_and_order_are_a_person_s()
    {
        var tableau = All().Single(w => w.Text == "Tableau");
        var edited = Edit([tableau with { Importance = RequirementImportance.Must, Weight = 0.95 }, .. All().Take(1)]);

        edited[0].Text.ShouldBe("Tableau");
        edited[0].Importance.ShouldBe(RequirementImportance.Must);
        edited[0].Weight.ShouldBe(0.95);
        edited[0].Kind.ShouldBe(RequirementKind.Skill);
        edited[0].SourceLength.ShouldBeGreaterThan(0);
        edited.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_a_weight_what_is_required_weighs_twice_what_is_nice_to_have()
    {
        var tableau = Draft.Items.Single(i => i.Text == "Tableau");

        Edit([Wish(tableau) with { Importance = RequirementImportance.Must, Weight = null }])
            .Single()
            .Weight.ShouldBe(tableau.Weight * 2);
    }

    [Theory]
    [InlineData("5+ years in Kubernetes", RequirementKind.Years)]
    [InlineData("Kubernetes", RequirementKind.Skill)]
    [InlineData("Bachelor's degree", RequirementKind.Education)]
    [InlineData("German, C1", RequirementKind.Language)]
    [InlineData("Nursing licence (RN license)", RequirementKind.Licence)]
    [InlineData("Unloads the blue truck", RequirementKind.Other)]
    public void A_new_wish_is_read_like_a_line_of_a_posting_and_keeps_its_words(string text, RequirementKind kind)
    {
        var added = Edit([New(text)]).Single();

        added.Kind.ShouldBe(kind);
        added.Text.ShouldBe(text);
        added.Importance.ShouldBe(RequirementImportance.Must);
        added.SourceLength.ShouldBe(0);
        added.Id.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_wish_that_names_two_things_becomes_two() =>
        Edit([New("Python and Kubernetes")]).Select(i => i.Text).ShouldBe(["Python", "Kubernetes"]);

    [Fact]
    public void Equal_wishes_keep_names_of_their_own() =>
        Edit([New("Python"), New("Python")]).Select(i => i.Id).Distinct().Count().ShouldBe(2);

    [Theory]
    [InlineData("Age 25 to 35", "age")]
    [InlineData("Age: under 40", "age")]
    [InlineData("Recent graduate", "age")]
    [InlineData("New grads preferred", "age")]
    [InlineData("at least 18 years old", "age")]
    [InlineData("Gender: female", "sex")]
    [InlineData("Male", "sex")]
    [InlineData("female candidates only", "sex")]
    [InlineData("Marital status", "family")]
    [InlineData("unmarried", "family")]
    [InlineData("no small children", "family")]
    [InlineData("No career gaps", "family")]
    [InlineData("Nationality: German", "origin")]
    [InlineData("US citizens", "origin")]
    [InlineData("Native speaker of English", "origin")]
    [InlineData("German as mother tongue", "origin")]
    [InlineData("Photo required", "appearance")]
    [InlineData("Application with a recent photograph", "appearance")]
    [InlineData("ZIP code 94105", "place of living")]
    [InlineData("Must live near Leeds", "place of living")]
    [InlineData("Religion: catholic", "religion")]
    [InlineData("No disabilities", "disability")]
    [InlineData("Not a union member", "opinion")]
    public void What_stands_for_a_protected_attribute_is_refused_with_an_alternative(string text, string attribute)
    {
        var refused = RequirementEditor
            .Edit(Draft, [.. All(), New(text)], "Data Analyst", "edit-1")
            .ShouldBeOfType<EditedRequirements.Refused>();

        refused.Criteria.Select(c => c.Attribute).ShouldContain(attribute);
        refused.Criteria.ShouldAllBe(c => c.Alternative.Length > 20 && text.Contains(c.Wording));
    }

    [Theory]
    [InlineData("Experience with children aged 3 to 5")]
    [InlineData("Care of residents in a nursing home")]
    [InlineData("Maternity ward experience")]
    [InlineData("Health and safety training")]
    [InlineData("Photo editing")]
    [InlineData("Product photography")]
    [InlineData("Single sign-on")]
    [InlineData("Over 10 years of accounting")]
    [InlineData("Immigration law")]
    [InlineData("Disability support work")]
    [InlineData("Gender studies")]
    [InlineData("Religious education teaching")]
    [InlineData("React Native")]
    [InlineData("English, C1")]
    [InlineData("Citizens advice")]
    [InlineData("Height-adjustable scaffolding")]
    [InlineData("Right to work in the country")]
    public void What_speaks_of_the_work_is_not_refused(string text) =>
        RequirementEditor
            .Edit(Draft, [New(text)], "Data Analyst", "edit-1")
            .ShouldBeOfType<EditedRequirements.Changed>();

    [Fact]
    public void A_list_that_cannot_be_read_is_refused_with_the_reason()
    {
        Problem([New(" ")]).ShouldContain("no text");
        Problem([New(new string('a', 201))]).ShouldContain("201");
        Problem([New("SQL") with { Weight = 1.5 }]).ShouldContain("1.5");
        Problem([.. Enumerable.Range(0, 41).Select(i => New($"Skill {i}"))]).ShouldContain("41");
    }

    [Fact]
    public void A_credential_that_is_required_by_an_edit_bars_whoever_does_not_show_it()
    {
        var engine = MatchingEngine.LoadDefault();
        var source = new PostingSource("Care Assistant", SampleTexts.Postings["nurse"].Text);
        var resume = engine.ReadResume(
            SampleResume(
                """
                Jane Doe
                Care assistant, Green Park, 2015 - 2024
                Helped residents with washing, dressing and meals; wrote daily care records; worked nights.
                Skills: dementia care, moving and handling, first aid, wound care, medication rounds.
                """
            )
        );
        var asked = RequirementEditor
            .Edit(RequirementList.Empty, [New("RN licence")], "Care Assistant", "edit-1")
            .ShouldBeOfType<EditedRequirements.Changed>();
        var without = engine.Score(engine.ReadPosting(source with { Edited = RequirementList.Empty }), resume);
        var with = engine.Score(engine.ReadPosting(source with { Edited = asked.List }), resume);

        without.ShouldBeOfType<MatchScore.Judgeable>().MissingCredentials.ShouldBeEmpty();
        with.ShouldBeOfType<MatchScore.Judgeable>().MissingCredentials.ShouldBe(["Nursing registration"]);
        with.Value.ShouldBe(without.Value / 4, 1e-9);
        RequirementEditor.Bars(asked.List.Items[0]).ShouldBeTrue();
    }

    [Fact]
    public void An_edit_that_names_no_credential_changes_no_bit_of_the_score()
    {
        var engine = MatchingEngine.LoadDefault();
        var source = new PostingSource("Software Developer", SampleTexts.Postings["developer"].Text);
        var resume = engine.ReadResume(SampleResume(SampleTexts.Resumes["developer"]));
        var edited = RequirementEditor
            .Edit(RequirementDrafter.Draft(source), [New("Kubernetes"), New("3+ years of Go")], source.Title, "edit-1")
            .ShouldBeOfType<EditedRequirements.Changed>();

        engine
            .Score(engine.ReadPosting(source with { Edited = edited.List }), resume)
            .Value.ShouldBe(engine.Score(engine.ReadPosting(source), resume).Value);
    }

    private static ResumeSource SampleResume(string text) => new(text, PersonDetails.None);

    private static IReadOnlyList<Requirement> Edit(IReadOnlyList<RequirementWish> wishes) =>
        RequirementEditor
            .Edit(Draft, wishes, "Data Analyst", "edit-1")
            .ShouldBeOfType<EditedRequirements.Changed>()
            .List.Items;

    private static string Problem(IReadOnlyList<RequirementWish> wishes) =>
        RequirementEditor
            .Edit(Draft, wishes, "Data Analyst", "edit-1")
            .ShouldBeOfType<EditedRequirements.Invalid>()
            .Problem;

    private static List<RequirementWish> All() => [.. Draft.Items.Select(Wish)];

    private static RequirementWish Wish(Requirement item) => new(item.Id, item.Text, item.Importance, item.Weight);

    private static RequirementWish New(string text) => new(null, text, RequirementImportance.Must, null);
}
