using System.Text;
using System.Text.Json.Nodes;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>Changes an answer here and there: values for absurd ones (mostly), and bytes (now and then).</summary>
internal static class Mutator
{
    private static readonly string[] Absurd =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1e308",
        "99999999999999999999",
        "0.5",
        "\"\"",
        "\"x\"",
        "\"true\"",
        "\"..\"",
        "\"HALF\"",
        "\"\\u0000\"",
        "\"1751440001000\"",
        "[]",
        "[null]",
        "[7]",
        "[[]]",
        "[\"x\",\"y\"]",
        "{}",
        "{\"id\":\"z\"}",
        "{\"id\":7}",
        "{\"data\":{}}",
    ];

    public static byte[] Mutate(string json, Random random, IReadOnlyList<string> favourites)
    {
        var root = JsonNode.Parse(json) ?? throw new ArgumentException("No JSON.", nameof(json));
        for (var i = random.Next(3); i >= 0; i--)
        {
            ReplaceOne(root, random, favourites);
        }

        // JsonNode itself cannot write half a surrogate pair.
        var mutated = root.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(mutated);
        return random.Next(4) == 0 ? Damage(bytes, random) : bytes;
    }

    private static void ReplaceOne(JsonNode root, Random random, IReadOnlyList<string> favourites)
    {
        var places = Descendants(root).ToList();
        var wanted = places.Where(place => place is { Parent: JsonObject } && favourites.Contains(place.Name)).ToList();
        var chosen = wanted.Count > 0 && random.Next(2) == 0 ? wanted : places;
        if (chosen.Count == 0)
        {
            return;
        }

        var (parent, name, index) = chosen[random.Next(chosen.Count)];
        var value = JsonNode.Parse(Absurd[random.Next(Absurd.Length)]);
        switch (parent, random.Next(8))
        {
            case (JsonObject record, 0):
                record.Remove(name);
                break;
            case (JsonObject record, _):
                record[name] = value;
                break;
            case (JsonArray list, 0):
                list.RemoveAt(index);
                break;
            case (JsonArray list, _):
                list[index] = value;
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, string Name, int Index)> Descendants(JsonNode node)
    {
        var children = node switch
        {
            JsonObject record => record.Select(pair => ((JsonNode)record, pair.Key, -1, pair.Value)),
            JsonArray list => list.Select((item, index) => ((JsonNode)list, "", index, item)),
            _ => [],
        };
        foreach (var (parent, name, index, child) in children.ToList())
        {
            yield return (parent, name, index);
            foreach (var place in child is null ? [] : Descendants(child))
            {
                yield return place;
            }
        }
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = Math.Min(random.Next(1, 12), bytes.Length - at);
        return random.Next(5) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
            3 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            _ => [.. bytes[..at], .. "{[\"\\,:}]"u8[..random.Next(1, 8)], .. bytes[at..]],
        };
    }
}
