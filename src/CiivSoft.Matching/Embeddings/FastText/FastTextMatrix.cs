using System.Numerics;

namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>One row of numbers for each word and n-gram.</summary>
internal abstract class FastTextMatrix(long rows)
{
    public long Rows => rows;

    /// <summary>target += row.</summary>
    public abstract void AddRow(int row, Span<float> target);

    public static FastTextMatrix Read(ModelFileReader reader, bool quantized, int dimensions) =>
        quantized ? QuantizedMatrix.Read(reader, dimensions) : DenseMatrix.Read(reader, dimensions);

    /// <summary>Passes over a matrix that vectors do not need, but a whole file has.</summary>
    public static void Skip(ModelFileReader reader, bool quantized, int dimensions)
    {
        if (quantized)
        {
            QuantizedMatrix.Read(reader, dimensions);
            return;
        }
        var rows = DenseMatrix.ReadSize(reader, dimensions);
        reader.Skip(rows * dimensions, sizeof(float), "the output matrix");
    }

    private sealed class DenseMatrix(float[] values, int dimensions) : FastTextMatrix(values.Length / dimensions)
    {
        public static DenseMatrix Read(ModelFileReader reader, int dimensions)
        {
            var rows = ReadSize(reader, dimensions);
            return new DenseMatrix(reader.ReadArray<float>(rows * dimensions, "the matrix"), dimensions);
        }

        public static long ReadSize(ModelFileReader reader, int dimensions)
        {
            var rows = reader.ReadInt64("the rows of a matrix");
            var columns = reader.ReadInt64("the columns of a matrix");
            return columns == dimensions && rows is >= 0 and <= int.MaxValue
                ? rows
                : throw reader.Failure($"a matrix of {rows} × {columns} in a model of {dimensions} dimensions.");
        }

        public override void AddRow(int row, Span<float> target) =>
            AddTo(target, values.AsSpan(row * dimensions, dimensions));

        /// <summary>Element by element, so the width of the registers does not change the result.</summary>
        private static void AddTo(Span<float> target, ReadOnlySpan<float> values)
        {
            var i = 0;
            for (; i + Vector<float>.Count <= target.Length; i += Vector<float>.Count)
            {
                (new Vector<float>(target[i..]) + new Vector<float>(values[i..])).CopyTo(target[i..]);
            }
            for (; i < target.Length; i++)
            {
                target[i] += values[i];
            }
        }
    }
}
