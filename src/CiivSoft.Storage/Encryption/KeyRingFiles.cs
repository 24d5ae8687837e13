using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Encryption;

/// <summary>The key ring as a folder of files <c>0001.key</c>, <c>0002.key</c>, …</summary>
internal static class KeyRingFiles
{
    /// <summary>Reads the ring that the options name; makes the first key when the folder holds none.</summary>
    public static KeyRing Open(StorageOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Keys))
        {
            return KeyRing.Parse(options.Keys);
        }

        var folder = options.EffectiveKeyFolder;
        PrivateFiles.EnsureFolder(folder);
        if (Numbers(folder).Count == 0)
        {
            Create(folder, 1);
        }

        return Load(folder);
    }

    /// <summary>Adds a key that encrypts from the next start on. Returns its number.</summary>
    public static int Rotate(string folder)
    {
        PrivateFiles.EnsureFolder(folder);
        var number = Numbers(folder).DefaultIfEmpty(0).Max();
        // Another process may rotate at the same moment; then the next number is ours.
        do
        {
            number++;
        } while (!Create(folder, number));

        return number;
    }

    private static bool Create(string folder, int number)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyRing.KeyBytes));
        return PrivateFiles.TryCreate(PathOf(folder, number), Encoding.ASCII.GetBytes(key + "\n"));
    }

    private static KeyRing Load(string folder) =>
        new(
            Numbers(folder)
                .Select(number => new KeyValuePair<int, byte[]>(
                    number,
                    KeyRing.ParseKey(File.ReadAllText(PathOf(folder, number)), $"The key file {PathOf(folder, number)}")
                ))
        );

    private static List<int> Numbers(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.key")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Order()
            .ToList();

    private static string PathOf(string folder, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D4}.key"));
}
