using System.Xml.Linq;

namespace CiivSoft.Architecture.Tests;

/// <summary>What each project may see of ours, as the README's table says. A new project needs a line here.</summary>
public sealed class ProjectReferenceTests
{
    public static TheoryData<string, string> Allowed =>
        new()
        {
            { "Abstractions", "" },
            { "Lever", "" },
            { "Matching", "" },
            { "Documents", "" },
            { "LeverSimulator", "" },
            { "DocumentWorker", "Documents" },
            { "Embeddings", "Matching" },
            { "Training", "Embeddings Matching" },
            { "Notifications", "" },
            { "Storage", "Abstractions" },
            { "Dashboard", "Abstractions Storage" },
            { "Grains", "Abstractions Documents Lever Matching Notifications Storage" },
            { "Silo", "Dashboard DocumentWorker Embeddings Grains Notifications Storage" },
            { "Cli", "Abstractions DocumentWorker Documents Embeddings LeverSimulator Matching Silo Storage" },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_sees_only_what_it_may(string project, string allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        var seen = ReferencesOf(project);

        seen.Except(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_stands_in_the_table()
    {
        var projects = Directory
            .GetDirectories(Path.Combine(Repository.Root, "src"), "CiivSoft.*")
            .Select(d => Path.GetFileName(d)["CiivSoft.".Length..]);

        projects.Except(Allowed.Select(row => row.Data.Item1)).ShouldBeEmpty();
    }

    [Fact]
    public void The_command_line_only_starts_the_silo_and_the_simulator()
    {
        LinkedReferencesOf("Cli").ShouldBeSubsetOf(["Abstractions", "Documents", "Embeddings", "Matching", "Storage"]);
    }

    private static IEnumerable<string> ReferencesOf(string project) => Read(project).Select(NameOf).Distinct();

    // A project that is only built beside another is no code that the other can see.
    private static IEnumerable<string> LinkedReferencesOf(string project) =>
        Read(project).Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false").Select(NameOf);

    private static IEnumerable<XElement> Read(string project) =>
        XDocument
            .Load(Path.Combine(Repository.Root, "src", $"CiivSoft.{project}", $"CiivSoft.{project}.csproj"))
            .Descendants("ProjectReference");

    private static string NameOf(XElement reference) =>
        Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? "")["CiivSoft.".Length..];
}
