using System.Text.Json;

namespace CiivSoft.Matching.Requirements;

public sealed class RequirementDrafterTests
{
    private const string Text = """
        We are a hospital in Leeds with 900 beds.

        Responsibilities:
        - Assess patients and plan their daily care with the team

        Requirements
        - Registered nurse licence (NMC registration)
        - At least 3 years of experience in intensive care
        - Bachelor's degree in nursing or equivalent experience
        - Fluent English; native speaker preferred
        - Wound care and medication administration

        Nice to have
        - ACLS
        - Spanish (B1)
        - We want a young and dynamic colleague

        Benefits
        - Dental insurance and Excel training
        """;

    private static readonly RequirementList Draft = RequirementDrafter.Draft(
        new PostingSource("Staff Nurse (m/f/d) - Night shift", Text)
    );

    [Fact]
    public void A_posting_becomes_requirements_in_the_order_of_its_text() =>
        Draft
            .Items.Select(item => $"{item.Importance} {item.Kind}: {item.Text}")
            .ShouldBe([
                "Must Role: Experience as Staff Nurse",
                "Nice Duty: Assess patients and plan their daily care with the team",
                "Must Licence: Nursing registration",
                "Must Years: 3+ years in intensive care",
                "Must Skill: intensive care",
                "Must Education: Bachelor's degree",
                "Must Language: English, fluent",
                "Must Skill: wound care",
                "Must Skill: medication administration",
                "Nice Licence: ACLS",
                "Nice Language: Spanish, intermediate",
            ]);

    [Theory]
    [InlineData("Sales & Marketing Manager II", "Experience as Sales & Marketing Manager")]
    [InlineData("UI/UX Designer - Remote", "Experience as UI/UX Designer")]
    [InlineData("Full-Stack Developer (m/f/d)", "Experience as Full-Stack Developer")]
    [InlineData("Nurse / Night shift / ICU", "Experience as Nurse ICU")]
    [InlineData("Night Auditor, full-time", "Experience as Night Auditor")]
    [InlineData("Contract Manager (contract)", "Experience as Contract Manager")]
    [InlineData("Java Developer, Contract", "Experience as Java Developer")]
    [InlineData("Manager, Commerce Marketing", "Experience as Commerce Marketing Manager")]
    [InlineData("Senior Director, Finance", "Experience as Senior Finance Director")]
    [InlineData("Clinic Manager, Leeds", "Experience as Clinic Manager")]
    [InlineData("Part time Job Coach", "Experience as Job Coach")]
    [InlineData("Now hiring New Grad Nurse position", "Experience as Nurse")]
    public void A_title_is_named_as_written(string title, string requirement) =>
        RequirementDrafter.Draft(new PostingSource(title, "")).Items[0].Text.ShouldBe(requirement);

    [Fact]
    public void Every_source_lies_where_it_says()
    {
        foreach (var item in Draft.Items.Where(item => item.SourceLength > 0))
        {
            Text.Substring(item.SourceStart, item.SourceLength).Trim().Length.ShouldBe(item.SourceLength);
        }
    }

    [Fact]
    public void Criteria_that_stand_for_a_protected_attribute_are_refused_with_an_alternative()
    {
        Draft.Refused.Select(refused => refused.Attribute).ShouldBe(["origin", "age"]);
        Draft.Refused.ShouldAllBe(refused =>
            refused.Alternative.Length > 20
            && Text.Substring(refused.SourceStart, refused.SourceLength) == refused.Wording
        );
    }

    [Theory]
    [InlineData(
        "We are an equal opportunity employer and do not discriminate by age, sex or religion. Women and young people are welcome."
    )]
    [InlineData("You mentor younger colleagues? No: you work with children.")]
    public void Statements_about_equality_are_no_criteria(string text) =>
        RequirementDrafter
            .Draft(new PostingSource("Teacher", text))
            .Refused.Where(refused => refused.Attribute is not "age")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("female only", "sex")]
    [InlineData("Male candidates preferred", "sex")]
    [InlineData("native English speaker", "origin")]
    [InlineData("aged between 25 and 35", "age")]
    [InlineData("Christians only", "religion")]
    [InlineData("must be able-bodied", "disability")]
    public void Each_attribute_is_recognised(string wording, string attribute) =>
        RequirementDrafter
            .Draft(new PostingSource("Clerk", "Requirements\n- " + wording))
            .Refused.Select(refused => refused.Attribute)
            .ShouldContain(attribute);

    [Fact]
    public void In_a_list_of_key_skills_every_item_is_one() =>
        RequirementDrafter
            .Draft(new PostingSource("", "Key skills: Purchase Planning, SQL, Hostess"))
            .Items.Select(item => $"{item.Kind}: {item.Text}")
            .ShouldBe(["Skill: SQL", "Skill: Purchase Planning", "Skill: Hostess"]);

    [Theory]
    [InlineData("Order picking and packing", "order picking")]
    [InlineData("Order picking and packing with scanners", "order picking")]
    [InlineData("Pick and pack orders with RF scanners", "order picking")]
    public void Picking_and_packing_is_a_warehouses_skill(string line, string skill) =>
        RequirementDrafter
            .Draft(new PostingSource("", "Requirements\n- " + line))
            .Items.Where(item => item.Kind == RequirementKind.Skill)
            .Select(item => item.Text)
            .ShouldBe([skill]);

    [Theory]
    [InlineData("Sales Associate", "2+ years of experience required", "2+ years as Sales Associate")]
    [InlineData("", "2+ years of experience required", "2+ years of work experience")]
    [InlineData("Sales Associate", "2+ years of retail experience required", "2+ years in retail")]
    public void Years_of_which_nothing_else_is_said_are_years_of_the_role(string title, string line, string text) =>
        RequirementDrafter
            .Draft(new PostingSource(title, "Requirements\n- " + line))
            .Items.Single(item => item.Kind == RequirementKind.Years)
            .Text.ShouldBe(text);

    [Theory]
    [InlineData("Valid CDL Class A, clean record, hazmat endorsement preferred", "Must Commercial driving licence")]
    [InlineData("Docker and Kafka preferred", "Nice Docker", "Nice Kafka")]
    [InlineData("SQL, ideally Spark, dbt", "Must SQL", "Nice Spark", "Nice dbt")]
    [InlineData("Python (Spark preferred) and SQL", "Must Python", "Nice Spark", "Must SQL")]
    [InlineData("Preferred: Docker; Kafka", "Nice Docker", "Nice Kafka")]
    [InlineData("Certified Public Accountant (CPA) preferred", "Nice CPA")]
    [InlineData("Bachelor's degree (preferred)", "Nice Bachelor's degree")]
    [InlineData("A bachelor's degree, while not required, is a plus", "Nice Bachelor's degree")]
    [InlineData("Knowledge of Excel, Kafka, Docker preferred", "Nice Excel", "Nice Kafka", "Nice Docker")]
    [InlineData(
        "Valid CDL, 2 years of driving, forklift licence and BLS preferred",
        "Must 2+ years in driving",
        "Must Commercial driving licence",
        "Nice Forklift licence",
        "Nice BLS",
        "Must driving"
    )]
    [InlineData("You will need: Docker, Kafka", "Must Docker", "Must Kafka")]
    [InlineData(
        "Benefits administration experience: 3 years",
        "Must 3+ years of work experience",
        "Must benefits administration"
    )]
    [InlineData("Must have: Docker; Kafka", "Must Docker", "Must Kafka")]
    [InlineData("Bachelor's degree, ideally a master's", "Nice Master's degree", "Must Bachelor's degree")]
    public void What_is_preferred_is_told_from_what_is_required(string line, params string[] items) =>
        Asked(line, item => $"{item.Importance} {item.Text}").ShouldBe(items);

    [Theory]
    [InlineData("SAP or Oracle", "SAP or Oracle")]
    [InlineData("C#, Java or Zorplang", "C# or Java")]
    [InlineData("Excel, SAP, C# or Zorplang", "Excel", "SAP", "C#")]
    [InlineData("Kafka, Spark or Airflow", "Kafka, Spark or Airflow")]
    [InlineData("Python, SQL, Docker, AWS or Azure", "Python", "SQL", "Docker", "AWS or Azure")]
    [InlineData("CPR or first aid", "CPR", "first aid")]
    [InlineData("Docker, Kafka", "Docker", "Kafka")]
    [InlineData("Excel and SAP or Oracle", "Excel", "SAP or Oracle")]
    [InlineData("SAP or Oracle, Excel", "SAP or Oracle", "Excel")]
    public void Of_alternatives_any_one_will_do(string line, params string[] items) =>
        Asked(line, item => item.Text).ShouldBe(items);

    [Fact]
    public void Alternatives_are_met_by_all_names_of_each() =>
        Asked("SQL Server or PostgreSQL", item => string.Join('|', item.Terms))
            .ShouldHaveSingleItem()
            .ShouldBe("SQL Server|Microsoft SQL Server|MS SQL|MSSQL|PostgreSQL|Postgres");

    [Theory]
    [InlineData("Degree in mathematics or a related subject", "Bachelor's degree")]
    [InlineData("Master's degree in physics", "Master's degree")]
    [InlineData("Master of Science degree in physics", "Master's degree")]
    [InlineData("Master's degree in CS or bachelor's degree with experience", "Bachelor's degree")]
    [InlineData("Experience of teaching GCSE; GCSE in English", "High school diploma or equal")]
    [InlineData("Experience of teaching GCSE and A-level classes", "")]
    [InlineData("GCSEs in English", "High school diploma or equal")]
    public void Education_asked_for_is_the_own_one(string line, string education) =>
        RequirementDrafter
            .Draft(new PostingSource("", "Requirements\n- " + line))
            .Items.Where(item => item.Kind == RequirementKind.Education)
            .Select(item => item.Text)
            .DefaultIfEmpty("")
            .ShouldBe([education]);

    [Theory]
    [InlineData("Spanish is a plus", "Nice Spanish")]
    [InlineData("Polish preferred", "Nice Polish")]
    [InlineData("Experience with Spanish customers", "")]
    public void A_language_is_wished_for_in_few_words(string line, string language) =>
        RequirementDrafter
            .Draft(new PostingSource("", "Requirements\n- " + line))
            .Items.Where(item => item.Kind == RequirementKind.Language)
            .Select(item => $"{item.Importance} {item.Text}")
            .DefaultIfEmpty("")
            .ShouldBe([language]);

    [Fact]
    public void A_posting_that_is_a_mere_list_asks_for_each_of_its_items() =>
        RequirementDrafter
            .Draft(new PostingSource("", "Python, data wrangling\nSpark, AWS\nnight shifts"))
            .Items.Select(item => $"{item.Kind}: {item.Text}")
            .ShouldBe(["Skill: Python", "Skill: data wrangling", "Skill: Spark", "Skill: AWS", "Skill: night shifts"]);

    [Fact]
    public void What_the_person_will_do_is_told_without_its_label() =>
        RequirementDrafter
            .Draft(new PostingSource("", "Your tasks: process supplier invoices and reconcile the ledgers every week."))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldBe("process supplier invoices and reconcile the ledgers every week");

    [Theory]
    [InlineData(
        "About us: We build software. Requirements: 5 years of Java, Docker, Kafka.",
        "Java",
        "Docker",
        "Kafka"
    )]
    [InlineData("Skills: Python, SQL. You will report to the head, and travel.", "Python", "SQL")]
    [InlineData("Requirements: Docker. Perks: free Kafka training.", "Docker")]
    public void A_label_is_about_its_sentence(string text, params string[] skills) =>
        RequirementDrafter
            .Draft(new PostingSource("", text))
            .Items.Where(item => item.Kind == RequirementKind.Skill)
            .Select(item => item.Text)
            .ShouldBe(skills);

    [Fact]
    public void A_label_under_a_heading_is_what_the_heading_says() =>
        RequirementDrafter
            .Draft(
                new PostingSource(
                    "",
                    "Nice to have\nTechnical skills: Docker, Kafka, Spark, SQL\n\nBenefits\nEducation: Kafka courses"
                )
            )
            .Items.Select(item => $"{item.Importance} {item.Text}")
            .ShouldBe(["Nice Docker", "Nice Kafka", "Nice Spark", "Nice SQL"]);

    [Fact]
    public void What_may_not_be_asked_is_no_item_of_a_list() =>
        RequirementDrafter
            .Draft(new PostingSource("", "Python, SQL, recent graduates only"))
            .Items.Select(item => item.Text)
            .ShouldBe(["Python", "SQL"]);

    [Fact]
    public void A_short_advertisement_is_no_list_of_skills() =>
        RequirementDrafter
            .Draft(new PostingSource("", "Housekeeper\nFull time\nLondon, UK"))
            .Items.ShouldAllBe(item => item.Kind != RequirementKind.Skill);

    private static IEnumerable<string> Asked(string line, Func<Requirement, string> told) =>
        RequirementDrafter.Draft(new PostingSource("", "Requirements\n- " + line)).Items.Select(told);

    [Theory]
    [InlineData("Must be at least 18 years or older to work in this facility.")]
    [InlineData("For over 40 years, Acme Roofing has been a trusted name in residential building.")]
    [InlineData("Four year degree in Accounting required.")]
    [InlineData("Two year contract with benefits required.")]
    public void Not_all_years_are_years_of_work(string line) =>
        RequirementDrafter
            .Draft(new PostingSource("Roofer", line))
            .Items.Where(item => item.Kind == RequirementKind.Years)
            .ShouldBeEmpty();

    [Fact]
    public void Years_of_work_are_found_behind_an_age() =>
        RequirementDrafter
            .Draft(new PostingSource("Clerk", "Must be 18 years or older with 2 years of experience in sales."))
            .Items.Single(item => item.Kind == RequirementKind.Years)
            .MinYears.ShouldBe(2);

    [Fact]
    public void A_list_survives_json()
    {
        var json = JsonSerializer.Serialize(Draft);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<RequirementList>(json)).ShouldBe(json);
        json.ShouldContain("\"Kind\":\"Licence\"");
    }

    [Fact]
    public void Tags_do_not_get_in_the_way()
    {
        const string html = "<h3>Requirements</h3><ul><li>Python</li><li>3+ years in <b>data engineering</b></li></ul>";

        RequirementDrafter
            .Draft(new PostingSource("", html))
            .Items.Select(item => item.Text)
            .ShouldBe(["Python", "3+ years in data engineering", "data engineering"]);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "\n\n\r\n")]
    [InlineData("(((", "<<<>>> <li <p")]
    [InlineData("\uD800", "\uD800 \uDFFF \0")]
    public void Rubbish_gives_an_empty_list(string title, string text) =>
        RequirementDrafter.Draft(new PostingSource(title, text)).Items.ShouldBeEmpty();
}
