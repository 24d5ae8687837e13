using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>The numbered objects of a PDF file and its cross-reference table.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> _objects = [];

    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public int Add(string text)
    {
        var number = Reserve();
        Set(number, text);
        return number;
    }

    public void Set(int number, string text) => _objects[number - 1] = Encoding.Latin1.GetBytes(text);

    public int AddStream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(data);
        }

        using var stream = new MemoryStream();
        stream.Write(
            Encoding.Latin1.GetBytes($"<< {entries}/Filter /FlateDecode /Length {packed.Length} >>\nstream\n")
        );
        packed.WriteTo(stream);
        stream.Write("\nendstream"u8);
        _objects.Add(stream.ToArray());
        return _objects.Count;
    }

    public byte[] Build(int catalog, int info)
    {
        using var file = new MemoryStream();
        // The second line tells transfer programs that the file is binary.
        file.Write("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n"u8);
        var table = new StringBuilder();
        for (var number = 1; number <= _objects.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:0000000000} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(_objects[number - 1]);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        var trailer =
            $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n{table}"
            + $"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n";
        file.Write(Encoding.Latin1.GetBytes(trailer));
        return file.ToArray();
    }
}
