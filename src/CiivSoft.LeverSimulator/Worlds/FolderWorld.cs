using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Worlds;

/// <summary>Reads <c>--world DIR</c>: <c>postings.jsonl</c>, <c>people.jsonl</c> and the files that these name.</summary>
internal static class FolderWorld
{
    /// <exception cref="InvalidDataException">A line cannot be used; the message names file, line and field.</exception>
    public static void Load(SimulatedWorld world, string folder)
    {
        var seeder = new WorldSeeder(world, folder);
        lock (world.Gate)
        {
            Read(Path.Combine(folder, "postings.jsonl"), body => seeder.AddPosting(body));
            Read(Path.Combine(folder, "people.jsonl"), seeder.AddPerson);
        }
    }

    private static void Read(string path, Action<BodyFields> add)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var root = JsonElement.Parse(line);
                add(
                    root.ValueKind == JsonValueKind.Object ? new BodyFields(root) : throw new JsonException("no object")
                );
            }
            catch (Exception exception) when (exception is JsonException or RefusedException)
            {
                throw new InvalidDataException($"{path}, line {number}: {exception.Message}", exception);
            }
        }
    }
}
