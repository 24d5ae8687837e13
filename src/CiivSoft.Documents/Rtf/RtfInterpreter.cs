using System.Collections.Frozen;
using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Rtf;

/// <summary>Keeps the state of groups and collects the text that is seen.</summary>
internal sealed class RtfInterpreter(Findings findings)
{
    private static readonly FrozenSet<string> Destinations = new[]
    {
        "fonttbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "objdata",
        "fldinst",
        "filetbl",
        "revtbl",
        "generator",
        "listtable",
        "listoverridetable",
        "xmlnstbl",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "bkmkstart",
        "bkmkend",
        "annotation",
        "atnid",
        "atnauthor",
        "xe",
        "tc",
        "nonshppict",
        "sp",
        "pntext",
    }.ToFrozenSet();

    private readonly StringBuilder _text = new();
    private readonly Stack<RtfState> _outer = new();
    private readonly List<Ink?> _colours = [];
    private readonly RtfBytes _bytes = new();
    private readonly RtfCells _cells = new();
    private RtfState _state = new();
    private (int Red, int Green, int Blue)? _colour;
    private int _unicodeLeft;
    private bool _isOptional;

    public bool HasPicture { get; private set; }

    public string Text => _text.ToString();

    public void Take(RtfToken token)
    {
        switch (token.Kind)
        {
            case RtfTokenKind.Open:
                Flush();
                _outer.Push(_state);
                break;
            case RtfTokenKind.Close:
                Flush();
                _state = _outer.TryPop(out var outer) ? outer : _state;
                break;
            case RtfTokenKind.Byte:
                TakeByte(token.Byte);
                break;
            default:
                TakeWord(token.Word, token.Number);
                break;
        }
    }

    private void TakeByte(byte value)
    {
        if (_unicodeLeft > 0)
        {
            _unicodeLeft--;
        }
        else if (_state.IsColourTable)
        {
            EndColour(value);
        }
        else if (!_state.IsSkipped)
        {
            _bytes.Add(value);
        }
    }

    private void EndColour(byte value)
    {
        if (value == ';')
        {
            _colours.Add(_colour is { } colour ? Ink.FromRgb(colour.Red, colour.Green, colour.Blue) : null);
            _colour = null;
        }
    }

    private void TakeWord(string word, int? number)
    {
        Flush();
        if (word is "*")
        {
            _isOptional = true;
            return;
        }

        var isOptional = _isOptional;
        _isOptional = false;
        HasPicture |= word is "pict";
        if (word is "colortbl" or "fonttbl")
        {
            _state = _state with
            {
                IsColourTable = word is "colortbl",
                IsFontTable = word is "fonttbl",
                IsSkipped = true,
            };
        }
        else if (Destinations.Contains(word) || (isOptional && word is not ("shppict" or "shpinst" or "shptxt")))
        {
            _state = _state with { IsSkipped = true };
        }
        else if (!TakeTableWord(word, number) && !TakeFormat(word, number))
        {
            TakeText(word, number);
        }

        // Tables within tables are described where others skip, and must not change the row around them.
        if (!_state.IsSkipped)
        {
            _cells.Take(word, number ?? 0);
        }
    }

    private bool TakeTableWord(string word, int? number)
    {
        var value = Math.Clamp(number ?? 0, 0, 255);
        var colour = _colour ?? (0, 0, 0);
        switch (word)
        {
            case "red" when _state.IsColourTable:
                _colour = (value, colour.Green, colour.Blue);
                return true;
            case "green" when _state.IsColourTable:
                _colour = (colour.Red, value, colour.Blue);
                return true;
            case "blue" when _state.IsColourTable:
                _colour = (colour.Red, colour.Green, value);
                return true;
            case "fcharset" when _state.IsFontTable:
                _bytes.DeclareFont(_state.Font, number ?? 0);
                return true;
            default:
                return false;
        }
    }

    private bool TakeFormat(string word, int? number)
    {
        var isOn = number != 0;
        var next = word switch
        {
            "v" => _state with { IsHidden = isOn },
            "deleted" => _state with { IsDeleted = isOn },
            "fs" => _state with { HalfPoints = number ?? 24 },
            "cf" => _state with { Colour = number ?? 0 },
            "f" => _state with { Font = number ?? 0 },
            "uc" => _state with { UnicodeSkip = Math.Clamp(number ?? 1, 0, 8) },
            "plain" => _state with { IsHidden = false, HalfPoints = 24, Colour = 0, Character = default },
            _ => _state.WithGround(word, number ?? 0),
        };
        _state = next ?? _state;
        _bytes.Font = _state.Font;
        return next is not null;
    }

    private void TakeText(string word, int? number)
    {
        if (word is "ansicpg")
        {
            _bytes.DeclareCodePage(number ?? 1252);
        }
        else if (word is "u" && number is { } code)
        {
            _unicodeLeft = _state.UnicodeSkip;
            Append(((char)(ushort)code).ToString());
        }
        else if (Sign(word) is { } sign)
        {
            Append(sign);
        }
    }

    private static string? Sign(string word) =>
        word switch
        {
            "par" or "line" or "sect" or "page" or "row" or "nestrow" or "\r" or "\n" => "\n",
            "tab" or "cell" or "nestcell" => "\t",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "~" or "emspace" or "enspace" or "qmspace" => " ",
            "_" => "-",
            "-" => "\u00AD",
            _ => null,
        };

    private void Flush()
    {
        if (_bytes.Take() is { Length: > 0 } text)
        {
            Append(text);
        }
    }

    private void Append(string text)
    {
        if (_state.IsSkipped || _state.IsDeleted)
        {
            return;
        }

        if (HiddenBy() is { } technique)
        {
            findings.AddHidden(technique, text);
        }
        else
        {
            _text.Append(text);
        }
    }

    private string? HiddenBy()
    {
        if (_state.IsHidden)
        {
            return Techniques.Vanish;
        }

        if (_state.HalfPoints < 4)
        {
            return Techniques.Tiny;
        }

        return Ground() is { } ground && Colour(_state.Colour)?.IsLostOn(ground) == true
            ? ground.IsLostOn(Ink.White)
                ? Techniques.WhiteOnWhite
                : Techniques.SameAsBox
            : null;
    }

    /// <summary>The colour behind the text, or null when it cannot be told.</summary>
    private Ink? Ground()
    {
        var shade = _state.Character.InkOf(Colour) ?? _state.Paragraph.InkOf(Colour);
        return shade is not null ? shade
            : _state.IsOnShape || _state.TableLevel > 1 ? null
            : (_state.TableLevel == 1 ? _cells.Current.InkOf(Colour) : null) ?? Ink.White;
    }

    private Ink? Colour(int index) => index > 0 && index < _colours.Count ? _colours[index] : null;
}
