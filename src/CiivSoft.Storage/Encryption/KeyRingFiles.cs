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

    /// <summary>Adds a key, which encrypts when it is used (<see cref="EncryptionKeys"/>). Returns its number.</summary>
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

    /// <summary>Takes a key away; of the first, what never changes is written beside it before.</summary>
    public static void Remove(string folder, int number, KeyRing ring)
    {
        if (number == ring.FirstId)
        {
            PrivateFiles.TryCreate(
                RootsOf(folder, number),
                Encoding.ASCII.GetBytes(RootKeys.Of(ring).ToBase64() + "\n")
            );
        }

        File.Delete(PathOf(folder, number));
    }

    private static KeyRing Load(string folder)
    {
        var first = Numbers(folder, "*.roots") is [var id, ..] ? id : (int?)null;
        var roots = first is { } number
            ? RootKeys.Parse(File.ReadAllText(RootsOf(folder, number)), $"The file {RootsOf(folder, number)}")
            : null;
        return new KeyRing(LoadKeys(folder), first, roots);
    }

    private static IEnumerable<KeyValuePair<int, byte[]>> LoadKeys(string folder) =>
        Numbers(folder)
            .Select(number => new KeyValuePair<int, byte[]>(
                number,
                KeyRing.ParseKey(File.ReadAllText(PathOf(folder, number)), $"The key file {PathOf(folder, number)}")
            ));

    private static List<int> Numbers(string folder, string pattern = "*.key") =>
        Directory
            .EnumerateFiles(folder, pattern)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Order()
            .ToList();

    private static string RootsOf(string folder, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D4}.roots"));

    private static string PathOf(string folder, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D4}.key"));
}
