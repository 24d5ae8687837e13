using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CiivSoft.Notifications.Messages;
using CiivSoft.Notifications.Tests.Support;

namespace CiivSoft.Notifications.Tests.Messages;

/// <summary>The schema in the reference is that of the messages.</summary>
public sealed class SchemaTests
{
    private const string UpdateVariable = "CIIVSOFT_UPDATE_SCHEMAS";

    [Fact]
    public async Task The_schema_file_is_that_of_the_types()
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(FindRoot(), "docs", "reference", "notification.schema.json");
        var schema = Schema();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(file, schema, cancel);
        }

        var written = await File.ReadAllTextAsync(file, cancel);
        written.ShouldBe(schema, $"Run this test with {UpdateVariable}=1 to write {file} anew.");
    }

    [Fact]
    public void A_message_has_every_field_that_the_schema_asks_for()
    {
        var required = JsonNode.Parse(Schema())!["required"]!.AsArray().Select(n => n!.GetValue<string>());
        var message = JsonNode.Parse(NoticeJson.Write(Samples.Digest))!.AsObject();

        message.Select(p => p.Key).ShouldBe(required);
    }

    private static string Schema()
    {
        var options = new JsonSerializerOptions(NoticeJson.Options) { WriteIndented = true };
        options.MakeReadOnly(populateMissingResolver: true);
        var exported = options.GetJsonSchemaAsNode(
            typeof(NoticeDocument),
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }
        );
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A message to operators",
        };
        foreach (var (name, value) in exported.AsObject().ToList())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(options).ReplaceLineEndings("\n") + "\n";
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CiivSoft.Orleans.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
