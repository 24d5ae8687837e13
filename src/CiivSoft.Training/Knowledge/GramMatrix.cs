namespace CiivSoft.Training.Knowledge;

/// <summary>The cosines of all occupation documents with each other, C·Cᵀ.</summary>
internal static class GramMatrix
{
    public static double[][] Of(IReadOnlyList<SortedDictionary<string, double>> rows)
    {
        var columns = new SortedDictionary<string, List<(int Row, double Value)>>(StringComparer.Ordinal);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (stem, value) in rows[row])
            {
                if (!columns.TryGetValue(stem, out var column))
                {
                    columns[stem] = column = [];
                }

                column.Add((row, value));
            }
        }

        var gram = rows.Select(_ => new double[rows.Count]).ToArray();
        foreach (var column in columns.Values)
        {
            foreach (var (left, leftValue) in column)
            {
                foreach (var (right, rightValue) in column)
                {
                    gram[left][right] += leftValue * rightValue;
                }
            }
        }

        return gram;
    }
}
