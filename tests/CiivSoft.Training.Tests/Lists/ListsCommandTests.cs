using CiivSoft.Matching;
using CiivSoft.Testing;
using CiivSoft.Training.Lists;

namespace CiivSoft.Training.Tests.Lists;

public sealed class ListsCommandTests : IDisposable
{
    private readonly TaxonomyFolder _small = new();

    public ListsCommandTests()
    {
        _small.Write(
            "esco/v1.1.1/skills_en",
            "conceptType,conceptUri,skillType,preferredLabel,altLabels,status",
            "KSC,s1,knowledge,wood turning,\"lathe work\nturning\",released",
            "KSC,s2,knowledge,old craft,,obsolete",
            "KSC,s3,skill/competence,turn wood,,released",
            "KSC,s4,knowledge,teaching,,released",
            "KSC,s5,knowledge,\"payroll (\"\"wages\"\")\",wage accounting,released"
        );
        _small.Write("onet/occupation_data", "O*NET-SOC Code\tTitle", "1\tPipe Welders");
        _small.Write("onet/alternate_titles", "O*NET-SOC Code\tAlternate Title", "1\tPipe Fitter");
        _small.Write("onet/sample_of_reported_titles", "O*NET-SOC Code\tReported Job Title", "1\tPipe Joiner");
        _small.Write("onet/task_statements", "O*NET-SOC Code\tTask", "1\tGrind metal");
        _small.Write("onet/technology_skills", "O*NET-SOC Code\tExample\tHot Technology", "1\tMicrosoft WeldCalc\tY");
    }

    [Fact]
    public void Our_own_skills_come_first_and_the_taxonomies_add_what_these_lack()
    {
        var lines = Lines(Make("first").Skills);

        lines[0].ShouldStartWith("# ");
        lines[2].ShouldStartWith("customer service|");
        lines.ShouldContain("payroll|payroll processing");
        lines.TakeLast(3).ShouldBe(["wood turning|lathe work", "wage accounting", "Microsoft WeldCalc|!WeldCalc"]);
    }

    [Fact]
    public void Work_words_are_those_that_titles_and_tasks_repeat() =>
        Lines(Make("first").WorkWords).Skip(1).ShouldBe(["pipe"]);

    [Fact]
    public void Making_the_lists_twice_gives_the_same_bytes() => Make("first").ShouldBe(Make("again"));

    [Fact]
    public void A_missing_option_is_named() =>
        Should
            .Throw<ArgumentException>(() => ListsCommand.Run(CommandOptions.Parse([])))
            .Message.ShouldContain("taxonomies");

    [Fact]
    public void A_folder_without_taxonomies_is_an_error() =>
        Should.Throw<IOException>(() => Make("first", Path.Combine(_small.Path, "nothing")));

    [Fact]
    public void The_lists_that_ship_are_those_that_the_command_makes()
    {
        var taxonomies = SharedData.Find("taxonomies");
        Assert.SkipWhen(taxonomies is null, SharedData.Missing);

        var (skills, workWords) = Make("shipped", taxonomies);

        (skills == Shipped("Requirements.skills.txt")).ShouldBeTrue("skills.txt is not what `-- lists` makes");
        (workWords == Shipped("Redaction.work-words.txt")).ShouldBeTrue("work-words.txt is not what `-- lists` makes");
    }

    public void Dispose() => _small.Dispose();

    private (string Skills, string WorkWords) Make(string name, string? taxonomies = null)
    {
        var skills = Path.Combine(_small.Path, $"{name}-skills.txt");
        var workWords = Path.Combine(_small.Path, $"{name}-words.txt");
        string[] options = ["--taxonomies", taxonomies ?? _small.Path, "--skills", skills, "--work-words", workWords];
        ListsCommand.Run(CommandOptions.Parse(options)).ShouldBe(0);
        return (File.ReadAllText(skills), File.ReadAllText(workWords));
    }

    private static string Shipped(string name)
    {
        var assembly = typeof(MatchingEngine).Assembly;
        using var stream = assembly.GetManifestResourceStream($"CiivSoft.Matching.{name}").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');
}
