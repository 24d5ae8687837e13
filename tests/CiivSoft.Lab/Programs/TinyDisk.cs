using System.Globalization;

namespace CiivSoft.Lab.Programs;

/// <summary>A disk of a few megabytes, in memory, that can be filled and freed.</summary>
internal sealed class TinyDisk : IAsyncDisposable
{
    private const int Block = 64 * 1024;

    private TinyDisk(string folder) => Folder = folder;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Missing => Shell.IsRoot ? null : "A small disk can be mounted by root only.";

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<TinyDisk> MountAsync(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        var options = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=1777");
        await Shell.RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder);
        return new TinyDisk(folder);
    }

    /// <summary>Takes what is left of it.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { Block, 512 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    filler.Write(block);
                }
            }
            catch (IOException)
            {
                // No block of this size is left.
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync() => await Shell.RunAsync("umount", "-l", Folder);
}
