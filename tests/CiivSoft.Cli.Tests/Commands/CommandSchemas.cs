using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Tests.Commands;

/// <summary>JSON Schemas from the types that commands print, with the types' own words on each field.</summary>
internal static class CommandSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static string Of(CliCommand command)
    {
        var options = new JsonSerializerOptions(Terminal.Json);
        options.MakeReadOnly(populateMissingResolver: true);
        var documents = command.Documents.Select(type => options.GetJsonSchemaAsNode(type, Options)).ToList();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"ciivsoft {CommandPath.Of(command)} --json",
        };
        if (documents.Count > 1)
        {
            schema["anyOf"] = new JsonArray([.. documents]);
        }
        else
        {
            foreach (var (name, value) in documents[0].AsObject().ToList())
            {
                schema[name] = value?.DeepClone();
            }
        }

        return schema.ToJsonString(Terminal.Json) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var text =
            context.PropertyInfo is { AttributeProvider: MemberInfo member } ? XmlDocs.Of(member)
            : context.PropertyInfo is null && context.Path.Length == 0 ? XmlDocs.Of(context.TypeInfo.Type)
            : null;
        if (text is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", text);
        }

        return schema;
    }
}
