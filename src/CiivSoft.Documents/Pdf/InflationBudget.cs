using System.IO.Compression;
using CiivSoft.Documents.Reading;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <summary>
/// PdfPig's filters with an eye on how much they unpack. PdfPig swallows exceptions of filters, so an overdrawn budget
/// is also remembered in <see cref="IsOverdrawn"/>.
/// </summary>
internal sealed class InflationBudget : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private long _left = DocumentLimits.MaxInflatedBytes;

    public bool IsOverdrawn => _left < 0;

    /// <summary>How many streams broke off; what came before the damage is used.</summary>
    public int DamagedStreams { get; private set; }

    public IReadOnlyList<IFilter> GetAllFilters() => Watch(_filters.GetAllFilters());

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Watch(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Watch(_filters.GetNamedFilters(names));

    private List<IFilter> Watch(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => new WatchedFilter(filter, this))];

    private sealed class WatchedFilter(IFilter inner, InflationBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            if (budget.IsOverdrawn || (inner is FlateFilter && Inflates(input) > budget._left))
            {
                budget._left = -1;
                return Memory<byte>.Empty;
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (inner is FlateFilter && output.Equals(input) && input.Length > 2)
            {
                // That is how PdfPig's filter says that the stream is damaged.
                budget.DamagedStreams++;
                output = streamDictionary.Has("DecodeParms") ? output : InflateUntilDamage(input);
            }

            budget._left -= output.Length;
            return output;
        }

        private byte[] InflateUntilDamage(Memory<byte> input)
        {
            using var output = new MemoryStream();
            try
            {
                using var stream = OpenDeflated(input);
                var buffer = new byte[4 * 1024];
                int read;
                while (output.Length <= budget._left && (read = stream.Read(buffer)) > 0)
                {
                    output.Write(buffer, 0, read);
                }
            }
            catch (InvalidDataException)
            {
                // The damage has been reached.
            }

            return output.ToArray();
        }

        /// <summary>How far a stream inflates; streams too small to be dangerous (deflate's ratio is at most 1032) are not tried.</summary>
        private long Inflates(Memory<byte> input)
        {
            if (input.Length * 1032L <= budget._left / 4 || input.Length < 3)
            {
                return 0;
            }

            try
            {
                using var stream = OpenDeflated(input);
                var buffer = new byte[64 * 1024];
                long total = 0;
                int read;
                while (total <= budget._left && (read = stream.Read(buffer)) > 0)
                {
                    total += read;
                }

                return total;
            }
            catch (InvalidDataException)
            {
                // PdfPig's filter meets the same damage and answers with the input.
                return 0;
            }
        }

        /// <summary>zlib's header of two bytes is skipped.</summary>
        private static DeflateStream OpenDeflated(Memory<byte> input) =>
            new(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
    }
}
