using CiivSoft.Matching.Knowledge;

namespace CiivSoft.Training.Knowledge;

/// <summary>Makes the knowledge file from the taxonomies; the same input gives the same bytes.</summary>
internal static class KnowledgeTraining
{
    private const int Directions = 127;
    private const int CommonWords = 60_000;

    /// <param name="taxonomies">The folder with onet/ and esco/.</param>
    /// <param name="output">The file to write.</param>
    public static void Run(string taxonomies, string output)
    {
        var occupations = OnetReader.Read(Path.Combine(taxonomies, "onet"));
        var escoLabels = EscoReader.AddTo(occupations, Path.Combine(taxonomies, "esco"));
        var ranks = WordOrder.ReadStemRanks();
        var matrix = new OccupationMatrix(occupations);
        var weighting = new StemWeighting(matrix.DocumentFrequency, matrix.Count, ranks);
        var heads = HeadNouns.Of(Titles(occupations).Concat(escoLabels));
        var tables = Assemble(matrix, weighting, ranks, heads);
        using var file = File.Create(output);
        KnowledgeFile.Write(file, tables);
        Console.WriteLine(
            $"{output}: {matrix.Count} occupations, {tables.OccupationStems} + {tables.Stems.Count - tables.OccupationStems} stems, "
                + $"{tables.Entries.Sum(e => e.Count)} entries, {heads.Count} head nouns, {file.Length} bytes"
        );
    }

    private static IEnumerable<string> Titles(IEnumerable<OccupationText> occupations) =>
        from occupation in occupations
        from kind in new[] { TextKind.Title, TextKind.AlternateTitle, TextKind.ReportedTitle }
        from title in occupation.Texts.GetValueOrDefault(kind, [])
        select title;

    private static KnowledgeTables Assemble(
        OccupationMatrix matrix,
        StemWeighting weighting,
        IReadOnlyDictionary<string, int> ranks,
        IReadOnlyList<string> heads
    )
    {
        var known = matrix.DocumentFrequency.Keys.Order(StringComparer.Ordinal).ToArray();
        var common = ranks
            .Where(stem => stem.Value < CommonWords && !matrix.DocumentFrequency.ContainsKey(stem.Key))
            .Select(stem => stem.Key)
            .Order(StringComparer.Ordinal);
        string[] stems = [.. known, .. common];
        var steps = stems.Select(stem => Quantize(weighting.Of(stem))).ToArray();
        var stepOf = stems.Zip(steps).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        var rows = matrix.Weighted(stem => stepOf[stem] / 32.0);
        var gram = GramMatrix.Of(rows);
        var scales = rows.Select(row => (float)row.Values.Max()).ToArray();
        var means = gram.Select(row => row.Average()).ToArray();
        var deviations = gram.Select(Deviation).ToArray();
        var (basis, step) = Quantize(
            PrincipalDirections.Of([.. gram.Select(row => Centre(row, means, deviations))], Directions)
        );
        return new KnowledgeTables
        {
            Stems = stems,
            OccupationStems = known.Length,
            StemWeights = steps,
            Entries = Entries(known, rows, scales),
            RowScales = scales,
            Means = [.. means.Select(mean => (float)mean)],
            Deviations = [.. deviations.Select(deviation => (float)deviation)],
            Basis = basis,
            BasisStep = step,
            HeadNouns = heads,
        };
    }

    private static byte Quantize(double weight) => (byte)Math.Clamp(Math.Round(weight * 32), 1, byte.MaxValue);

    private static IReadOnlyList<IReadOnlyList<(ushort Occupation, byte Share)>> Entries(
        string[] stems,
        IReadOnlyList<SortedDictionary<string, double>> rows,
        float[] scales
    )
    {
        var entries = stems.ToDictionary(
            stem => stem,
            _ => new List<(ushort Occupation, byte Share)>(),
            StringComparer.Ordinal
        );
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (stem, value) in rows[row])
            {
                var share = (byte)Math.Round(byte.MaxValue * value / scales[row]);
                if (share > 0)
                {
                    entries[stem].Add(((ushort)row, share));
                }
            }
        }

        return [.. stems.Select(stem => entries[stem])];
    }

    private static (sbyte[] Values, float Step) Quantize(double[][] basis)
    {
        var step = (float)(basis.Max(row => row.Max(Math.Abs)) / sbyte.MaxValue);
        return ([.. basis.SelectMany(row => row).Select(x => (sbyte)Math.Round(x / step))], step);
    }

    /// <summary>An occupation's own document as the profile that <see cref="Occupations"/> makes of texts.</summary>
    private static double[] Centre(double[] likeness, double[] means, double[] deviations)
    {
        var scale = Length(means) / Length(likeness);
        var profile = new double[likeness.Length];
        for (var i = 0; i < profile.Length; i++)
        {
            var excess = Math.Max(0, (scale * likeness[i]) - means[i] - (0.45 * deviations[i]));
            // To the power of 1.5, by operations that round alike everywhere.
            profile[i] = excess * Math.Sqrt(excess);
        }

        var length = Length(profile);
        return [.. profile.Select(x => length > 0 ? x / length : 0)];
    }

    private static double Length(double[] values) => Math.Sqrt(values.Sum(x => x * x));

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(x => (x - mean) * (x - mean)));
    }
}
