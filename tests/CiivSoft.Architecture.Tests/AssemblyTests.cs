using System.Reflection;

namespace CiivSoft.Architecture.Tests;

/// <summary>What the compiled code may use.</summary>
public sealed class AssemblyTests
{
    private static readonly string[] Ours =
    [
        "Abstractions",
        "Dashboard",
        "Documents",
        "Embeddings",
        "Grains",
        "Lever",
        "Matching",
        "Notifications",
        "Storage",
    ];

    [Theory]
    [InlineData("Orleans")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Data")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.ML")]
    public void Matching_is_pure(string forbidden)
    {
        Load("Matching")
            .GetReferencedAssemblies()
            .Select(a => a.Name)
            .ShouldNotContain(name => name!.StartsWith(forbidden, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_grains_use_the_Lever_client()
    {
        var users = Ours.Where(name => References(name, "CiivSoft.Lever"));

        users.ShouldBe(["Grains"]);
    }

    [Fact]
    public void Grain_classes_are_internal()
    {
        Load("Grains")
            .GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(Grain).IsAssignableFrom(t))
            .ShouldAllBe(t => !t.IsVisible);
    }

    [Fact]
    public void Grain_interfaces_fix_their_names()
    {
        var interfaces = Load("Abstractions")
            .GetTypes()
            .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));

        interfaces.ShouldAllBe(t =>
            t.GetCustomAttribute<Orleans.Runtime.GrainInterfaceTypeAttribute>() != null
            && t.GetCustomAttribute<AliasAttribute>() != null
            && t.GetMethods().All(m => m.GetCustomAttribute<AliasAttribute>() != null)
        );
    }

    [Fact]
    public void No_namespace_hides_Orleans()
    {
        Ours.SelectMany(name => Load(name).GetTypes())
            .Select(t => t.Namespace ?? "")
            .ShouldNotContain(n => n.Contains("CiivSoft.Orleans", StringComparison.Ordinal));
    }

    private static bool References(string project, string assembly) =>
        Load(project).GetReferencedAssemblies().Any(a => a.Name == assembly);

    private static Assembly Load(string project) => Assembly.Load($"CiivSoft.{project}");
}
