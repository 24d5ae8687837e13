using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CiivSoft.Silo.Tests.Deployment;

public sealed partial class ComposeTests
{
    private static readonly YamlMappingNode Services = ReadServices();

    public static TheoryData<string> Names => new(Services.Children.Keys.Select(k => k.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_service_is_not_root_cannot_write_its_root_and_is_not_open_to_the_world(string name)
    {
        var service = (YamlMappingNode)Services[name];

        Text(service, "read_only").ShouldBe("true");
        Items(service, "cap_drop").ShouldBe(["ALL"]);
        Items(service, "security_opt").ShouldBe(["no-new-privileges:true"]);
        Find(service, "privileged").ShouldBeNull();
        Text(service, "restart").ShouldBe(name == "migrate" ? "no" : "unless-stopped");
        if (Find(service, "ports") is not null)
        {
            Items(service, "ports")
                .ShouldAllBe(p => p.StartsWith("${BIND_ADDRESS:-127.0.0.1}:", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_service_that_stays_has_a_health_check_with_what_the_image_has(string name)
    {
        var service = (YamlMappingNode)Services[name];
        if (name == "migrate")
        {
            Find(service, "healthcheck").ShouldBeNull();
            return;
        }

        var check = (YamlMappingNode)Find(service, "healthcheck").ShouldNotBeNull();
        string.Join(' ', Items(check, "test")).ShouldNotMatch("curl|wget");
        Text(check, "timeout").ShouldBe("5s");
    }

    [Fact]
    public void Three_silos_and_one_build_of_the_product()
    {
        var silo = (YamlMappingNode)Services["silo"];

        Text((YamlMappingNode)silo["deploy"], "replicas").ShouldBe("${CIIVSOFT_SILOS:-3}");
        Services
            .Children.Where(s => Find((YamlMappingNode)s.Value, "build") is not null)
            .Select(s => s.Key.ToString())
            .ShouldBe(["migrate", "lever"]);
    }

    [Fact]
    public void The_Dockerfile_needs_nothing_beyond_the_base_images()
    {
        var dockerfile = Repository.Read("deploy", "docker", "Dockerfile");

        dockerfile.ShouldNotContain("# syntax=");
        BaseImage()
            .Matches(dockerfile)
            .Select(m => m.Groups["image"].Value)
            .ShouldAllBe(i => i == "source" || i.StartsWith("mcr.microsoft.com/dotnet/", StringComparison.Ordinal));
        UserLine().Count(dockerfile).ShouldBe(2);
    }

    [Fact]
    public void What_the_build_takes_from_outside_src_goes_into_the_image()
    {
        var kept = Repository
            .Read(".dockerignore")
            .Split('\n')
            .Where(l => l.StartsWith('!'))
            .Select(l => l[1..])
            .ToList();
        var taken = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => TakenFile().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups["path"].Value)
            .Distinct()
            .ToList();

        taken.ShouldNotBeEmpty();
        taken.ShouldAllBe(path => kept.Exists(k => path == k || path.StartsWith(k + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_sample_shows_every_variable_and_every_setting_and_no_other()
    {
        var sample = SampleLine()
            .Matches(Repository.Read("deploy", "sample.env"))
            .Select(m => m.Groups["name"].Value)
            .ToList();
        var variables = Variable()
            .Matches(Repository.Read("docker-compose.yml"))
            .Select(m => m.Groups["name"].Value)
            .Distinct();

        sample.ShouldBeUnique();
        sample
            .Order(StringComparer.Ordinal)
            .ShouldBe(variables.Union(SettingNames.All()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_in_the_compose_file_is_one_that_the_program_has()
    {
        var known = SettingNames.All();

        Setting()
            .Matches(Repository.Read("docker-compose.yml"))
            .Select(m => m.Groups["name"].Value)
            .ShouldAllBe(n => known.Contains(n));
    }

    private static YamlMappingNode ReadServices()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("docker-compose.yml")));
        return (YamlMappingNode)((YamlMappingNode)stream.Documents[0].RootNode)["services"];
    }

    // What a service says itself comes before what it takes over by "<<".
    private static YamlNode? Find(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var own) ? own
        : node.Children.TryGetValue("<<", out var merged) ? Find((YamlMappingNode)merged, key)
        : null;

    private static string Text(YamlMappingNode node, string key) => Find(node, key).ShouldNotBeNull(key).ToString();

    private static IReadOnlyList<string> Items(YamlMappingNode node, string key) =>
        [.. ((YamlSequenceNode)Find(node, key).ShouldNotBeNull(key)).Select(item => item.ToString())];

    [GeneratedRegex(
        @"Include=""\.\./\.\./(?<path>[^""]+)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex TakenFile();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<name>CIIVSOFT__[A-Z_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"^#?(?<name>[A-Z_]+)=",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex SampleLine();

    [GeneratedRegex(
        @"^FROM (?<image>\S+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex BaseImage();

    [GeneratedRegex(@"^USER \$APP_UID$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex UserLine();
}
