namespace CiivSoft.Matching.Text;

/// <summary>The word while it is stemmed, with its regions R1 and R2; a consonant y is held as Y.</summary>
internal sealed class StemBuffer
{
    private static readonly string[] FixedR1Prefixes = ["gener", "commun", "arsen"];

    private readonly char[] _letters;
    private int _length;

    public StemBuffer(string word)
    {
        var start = word[0] == '\'' ? 1 : 0;
        _letters = new char[word.Length + 1];
        word.CopyTo(start, _letters, 0, word.Length - start);
        _length = word.Length - start;
        MarkConsonantY();
        R1 = FindR1();
        R2 = AfterVowelConsonant(R1);
    }

    public int R1 { get; }

    public int R2 { get; }

    public int Length => _length;

    private ReadOnlySpan<char> Word => _letters.AsSpan(0, _length);

    public bool EndsWith(string suffix) => Word.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The letter that many places before the end, or a NUL when the word is shorter.</summary>
    public char FromEnd(int places) => places < _length ? _letters[_length - 1 - places] : '\0';

    public void Replace(int suffixLength, string replacement)
    {
        _length -= suffixLength;
        replacement.CopyTo(0, _letters, _length, replacement.Length);
        _length += replacement.Length;
    }

    public void DropPossessive()
    {
        foreach (var suffix in (ReadOnlySpan<string>)["'s'", "'s", "'"])
        {
            if (EndsWith(suffix))
            {
                Replace(suffix.Length, "");
                return;
            }
        }
    }

    public void DropPlural()
    {
        if (EndsWith("sses"))
        {
            Replace(2, "");
        }
        else if (EndsWith("ied") || EndsWith("ies"))
        {
            Replace(_length > 4 ? 2 : 1, "");
        }
        else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && HasVowelBefore(_length - 2))
        {
            Replace(1, "");
        }
    }

    public void DropPastAndGerund()
    {
        foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (EndsWith(suffix))
            {
                if (_length - suffix.Length >= R1)
                {
                    Replace(suffix.Length, "ee");
                }

                return;
            }
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (EndsWith(suffix))
            {
                if (HasVowelBefore(_length - suffix.Length))
                {
                    Replace(suffix.Length, "");
                    RepairEnd();
                }

                return;
            }
        }
    }

    public void TurnFinalY()
    {
        if (_length > 2 && FromEnd(0) is 'y' or 'Y' && !IsVowel(FromEnd(1)))
        {
            Replace(1, "i");
        }
    }

    public void DropFinalEAndL()
    {
        var last = _length - 1;
        if (FromEnd(0) == 'e')
        {
            if (last >= R2 || (last >= R1 && !EndsInShortSyllable(last)))
            {
                Replace(1, "");
            }
        }
        else if (FromEnd(0) == 'l' && last >= R2 && FromEnd(1) == 'l')
        {
            Replace(1, "");
        }
    }

    public override string ToString() => new string(_letters, 0, _length).Replace('Y', 'y');

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool IsDouble(char last, char beforeLast) =>
        last == beforeLast && (last is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't');

    private void RepairEnd()
    {
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
        {
            Replace(0, "e");
        }
        else if (IsDouble(FromEnd(0), FromEnd(1)))
        {
            // "add", "egg" and "off" keep both letters.
            if (_length != 3 || _letters[0] is not ('a' or 'e' or 'o'))
            {
                Replace(1, "");
            }
        }
        else if (R1 >= _length && EndsInShortSyllable(_length))
        {
            Replace(0, "e");
        }
    }

    private bool EndsInShortSyllable(int end)
    {
        if (end == 2)
        {
            return IsVowel(_letters[0]) && !IsVowel(_letters[1]);
        }

        return end > 2
            && !IsVowel(_letters[end - 3])
            && IsVowel(_letters[end - 2])
            && !IsVowel(_letters[end - 1])
            && _letters[end - 1] is not ('w' or 'x' or 'Y');
    }

    private bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(_letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    private void MarkConsonantY()
    {
        for (var i = 0; i < _length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1])))
            {
                _letters[i] = 'Y';
            }
        }
    }

    private int FindR1()
    {
        foreach (var prefix in FixedR1Prefixes)
        {
            if (Word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return AfterVowelConsonant(0);
    }

    private int AfterVowelConsonant(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            if (!IsVowel(_letters[i]) && IsVowel(_letters[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }
}
