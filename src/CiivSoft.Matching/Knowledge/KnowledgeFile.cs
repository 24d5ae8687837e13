using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Matching.Knowledge;

/// <summary>The knowledge file: little-endian numbers and front-coded words under Brotli.</summary>
internal static class KnowledgeFile
{
    private const uint Magic = 0x4B_53_56_43;
    private const int Format = 1;
    private const double WeightSteps = 32;

    public static void Write(Stream stream, KnowledgeTables tables)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Format);
        WordTable.Write(writer, tables.Stems);
        writer.Write(tables.OccupationStems);
        writer.Write(tables.StemWeights);
        writer.Write(tables.RowScales.Length);
        foreach (var entries in tables.Entries)
        {
            writer.Write7BitEncodedInt(entries.Count);
            var last = 0;
            foreach (var (occupation, _) in entries)
            {
                writer.Write7BitEncodedInt(occupation - last);
                last = occupation;
            }

            foreach (var (_, share) in entries)
            {
                writer.Write(share);
            }
        }

        FloatTable.Write(writer, tables.RowScales);
        FloatTable.Write(writer, tables.Means);
        FloatTable.Write(writer, tables.Deviations);
        writer.Write(tables.Basis.Length);
        writer.Write(tables.BasisStep);
        writer.Write(MemoryMarshal.AsBytes(tables.Basis.AsSpan()));
        WordTable.Write(writer, tables.HeadNouns);
    }

    /// <exception cref="InvalidDataException">The bytes are no knowledge file of this format, or damaged.</exception>
    public static KnowledgeBase Read(byte[] file)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(file), CompressionMode.Decompress);
            using var buffered = new BufferedStream(brotli, 1 << 16);
            using var reader = new BinaryReader(buffered, Encoding.UTF8);
            if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Format)
            {
                throw new InvalidDataException("The knowledge file is not of the format that this program reads.");
            }

            return Read(reader, $"knowledge-{Convert.ToHexStringLower(SHA256.HashData(file))[..12]}");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("The knowledge file is damaged.", e);
        }
    }

    private static KnowledgeBase Read(BinaryReader reader, string version)
    {
        var stems = WordTable.Read(reader);
        var occupationStems = reader.ReadInt32();
        var weights = reader.ReadBytes(stems.Length).Select(step => step / WeightSteps).ToArray();
        var occupations = ReadOccupations(reader, occupationStems);
        var heads = WordTable.Read(reader).ToHashSet(StringComparer.Ordinal);
        var lexicon = new Lexicon(stems, weights, occupationStems, weights.Max());
        return new KnowledgeBase(version, lexicon, occupations, heads);
    }

    private static Occupations ReadOccupations(BinaryReader reader, int occupationStems)
    {
        var count = reader.ReadInt32();
        var starts = new int[occupationStems + 1];
        var rows = new List<ushort>();
        var shares = new List<byte>();
        for (var stem = 0; stem < occupationStems; stem++)
        {
            var entries = reader.Read7BitEncodedInt();
            var last = 0;
            for (var i = 0; i < entries; i++)
            {
                last += reader.Read7BitEncodedInt();
                rows.Add(checked((ushort)last));
            }

            shares.AddRange(reader.ReadBytes(entries));
            starts[stem + 1] = rows.Count;
        }

        var scales = FloatTable.Read(reader, count);
        var values = new float[shares.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = scales[rows[i]] * shares[i] / byte.MaxValue;
        }

        return new Occupations(
            new OccupationEntries(starts, [.. rows], values),
            FloatTable.Read(reader, count),
            FloatTable.Read(reader, count),
            ReadBasis(reader)
        );
    }

    private static float[] ReadBasis(BinaryReader reader)
    {
        var steps = reader.ReadInt32();
        var step = reader.ReadSingle();
        return [.. reader.ReadBytes(steps).Select(value => unchecked((sbyte)value) * step)];
    }
}
