using CiivSoft.Cli.Help;

namespace CiivSoft.Cli.Tests.Commands;

/// <summary>The schemas in <c>docs/reference/schemas</c> are those of the types that the commands print.</summary>
public sealed class SchemaTests
{
    private const string UpdateVariable = "CIIVSOFT_UPDATE_SCHEMAS";

    private static readonly string Folder = Repository.File("docs", "reference", "schemas");

    public static TheoryData<string> Printing =>
        new(CommandPath.Below(CliRoot.Create()).Where(c => c.Documents.Count > 0).Select(CommandPath.Of));

    [Theory]
    [MemberData(nameof(Printing))]
    public async Task The_schema_file_is_that_of_the_types(string path)
    {
        var command = CommandPath.Below(CliRoot.Create()).Single(c => CommandPath.Of(c) == path);
        var file = Path.Combine(Folder, SchemaCommand.FileOf(path));
        var schema = CommandSchemas.Of(command);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(file, schema, TestContext.Current.CancellationToken);
        }

        File.Exists(file).ShouldBeTrue($"{file} is missing. Run this test with {UpdateVariable}=1 to write it.");
        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        written.ShouldBe(schema, $"Run this test with {UpdateVariable}=1 to write {file} anew.");
    }

    [Fact]
    public void There_is_no_schema_of_a_command_that_is_gone()
    {
        var known = CommandPath.Below(CliRoot.Create()).Select(CommandPath.Of).Select(SchemaCommand.FileOf);

        Directory.GetFiles(Folder).Select(Path.GetFileName).ShouldBeSubsetOf(known);
    }

    [Fact]
    public async Task The_program_prints_the_schema_that_the_docs_hold()
    {
        var (exitCode, output, _) = await Program.RunAsync("schema", "keys", "rotate");

        exitCode.ShouldBe(0);
        output.ShouldBe(
            await File.ReadAllTextAsync(Path.Combine(Folder, "keys-rotate.json"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_command_without_a_document_has_no_schema()
    {
        var (exitCode, output, error) = await Program.RunAsync("schema", "completion");

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("There is no JSON document of 'completion'.");
    }
}
