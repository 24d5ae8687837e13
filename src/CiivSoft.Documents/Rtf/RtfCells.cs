namespace CiivSoft.Documents.Rtf;

/// <summary>The shadings of the table row in hand. Its cells are described before their text.</summary>
internal sealed class RtfCells
{
    private const int MostCells = 1_000;

    private readonly List<RtfShade> _cells = [];
    private RtfShade _next;
    private int _at;

    public RtfShade Current => _cells.ElementAtOrDefault(_at);

    public void Take(string word, int number)
    {
        switch (word)
        {
            case "trowd":
                _cells.Clear();
                _next = default;
                break;
            case "clcbpat":
                _next = _next with { Back = number };
                break;
            case "clcfpat":
                _next = _next with { Fore = number };
                break;
            case "clshdng":
                _next = _next with { Share = number };
                break;
            case "cellx" when _cells.Count < MostCells:
                _cells.Add(_next);
                _next = default;
                break;
            case "cell":
                _at++;
                break;
            case "row":
                _at = 0;
                break;
            default:
                break;
        }
    }
}
