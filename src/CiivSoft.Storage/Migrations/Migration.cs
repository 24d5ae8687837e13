using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Storage.Migrations;

/// <summary>One numbered step of the schema. Steps go forward only, and one that was released is never edited.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Tells whether the step that a database went is the one that this program has.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))).AsSpan(0, 8));

    /// <summary>The embedded steps of a dialect, in order, numbered from 1 without a gap.</summary>
    public static IReadOnlyList<Migration> All(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"migrations/{dialect}/";
        var steps = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name, name[prefix.Length..]))
            .ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Version != i + 1)
            {
                throw new InvalidOperationException($"Migration {steps[i].Name} should have number {i + 1}.");
            }
        }

        return steps;

        Migration Read(string resource, string file)
        {
            // The name came from the manifest, so the stream is there.
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var name = Path.GetFileNameWithoutExtension(file);
            return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }
}
