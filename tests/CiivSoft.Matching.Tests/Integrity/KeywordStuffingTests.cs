using CiivSoft.Matching.Tests;

namespace CiivSoft.Matching.Integrity;

public sealed class KeywordStuffingTests
{
    private const string Posting =
        "Engineer for pipelines in Kafka, Airflow, Docker, Kubernetes, Terraform, Snowflake, Spark, Python, Ansible and Prometheus.";

    private const string Eight = "Kafka, Airflow, Docker, Kubernetes, Terraform, Snowflake, Spark, Python";

    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Fact]
    public void Eight_words_of_the_posting_that_stand_alone_are_flagged_and_seven_are_not()
    {
        Flags(Eight).ShouldHaveSingleItem().Words.ShouldBe(8);
        Flags(Eight.Replace(", Python", "", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_the_work_bears_out_is_honest() =>
        Flags($"I ran Kafka for two years and moved it to Kubernetes.\nSkills: {Eight}").ShouldBeEmpty();

    [Fact]
    public void Words_that_are_not_the_postings_are_nobodys_business() =>
        Flags("Baking, pastry, sauces, butchery, menus, hygiene, stock, ordering, grill, wine").ShouldBeEmpty();

    [Fact]
    public void An_honest_list_is_not_flagged_for_a_posting_pasted_beside_it()
    {
        var requirements = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"requirement{i}"));
        var posting = $"{Posting} {requirements}";
        var flags = IntegrityCheck.Find($"Skills: Kafka, Airflow, Docker, Python\n\n{posting}", posting);

        flags.ShouldHaveSingleItem().Kind.ShouldBe(IntegrityKind.PastedPosting);
    }

    [Fact]
    public void The_end_of_a_sentence_makes_no_row_with_the_next_line() =>
        Flags(
                "I moved the team to Kafka, Airflow, Docker\nPython, Kubernetes, Terraform were what we used with Snowflake, Spark"
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_list_of_one_word_a_line_is_a_row() =>
        Flags(Eight.Replace(", ", "\n", StringComparison.Ordinal)).ShouldHaveSingleItem();

    [Fact]
    public void Three_side_by_side_are_no_row() =>
        Flags("Kafka, Airflow, Docker and Kubernetes, Terraform, Snowflake and Spark, Python, Ansible").ShouldBeEmpty();

    [Fact]
    public void A_row_with_other_words_in_it_is_cut_to_what_is_the_postings()
    {
        var text = $"Baking, pastry, {Eight}, sauces, butchery, menus";

        var flag = Flags(text).ShouldHaveSingleItem();

        text.Substring(flag.Start, flag.Length).ShouldBe(Eight);
    }

    [Fact]
    public void Stuffing_wins_nothing()
    {
        var (title, text) = SampleTexts.Postings["developer"];
        var posting = Engine.ReadPosting(new PostingSource(title, text));
        var honest = SampleTexts.Resumes["clerk"];
        const string stuffed =
            "Software Developer design build test web services code object-oriented programming SQL databases Git agile development";

        Score($"{honest}\n{stuffed}\n").ShouldBe(Score(honest));

        double Score(string resume) =>
            Engine.Score(posting, Engine.ReadResume(new ResumeSource(resume, PersonDetails.None))).Value;
    }

    private static IReadOnlyList<IntegrityFlag> Flags(string resume) => IntegrityCheck.Find(resume, Posting);
}
