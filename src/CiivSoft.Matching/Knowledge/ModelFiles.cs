namespace CiivSoft.Matching.Knowledge;

/// <summary>The model's files inside this assembly.</summary>
internal static class ModelFiles
{
    /// <exception cref="InvalidDataException">This build lacks the file.</exception>
    public static byte[] Read(string name)
    {
        using var file =
            typeof(ModelFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"This build of CiivSoft.Matching lacks {name}.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
