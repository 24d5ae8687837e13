using System.Text;

namespace CiivSoft.Documents.Rtf;

/// <summary>Bytes of text in the code page of their font, decoded together so that double-byte characters stay whole.</summary>
internal sealed class RtfBytes
{
    private readonly Dictionary<int, int> _codePages = [];
    private readonly List<byte> _pending = [];
    private int _documentCodePage = 1252;

    public int Font { get; set; }

    public void Add(byte value) => _pending.Add(value);

    public void DeclareCodePage(int codePage) => _documentCodePage = codePage;

    /// <summary>A font's character set (specification, "Font Table") fixes the code page of its text.</summary>
    public void DeclareFont(int font, int characterSet)
    {
        var codePage = characterSet switch
        {
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => 0,
        };
        if (codePage != 0)
        {
            _codePages[font] = codePage;
        }
    }

    public string Take()
    {
        if (_pending.Count == 0)
        {
            return "";
        }

        var text = Encoding(_codePages.GetValueOrDefault(Font, _documentCodePage)).GetString([.. _pending]);
        _pending.Clear();
        return text;
    }

    private static Encoding Encoding(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage)
        ?? (codePage == 65001 ? System.Text.Encoding.UTF8 : System.Text.Encoding.Latin1);
}
