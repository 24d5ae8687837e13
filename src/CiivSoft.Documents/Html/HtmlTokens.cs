namespace CiivSoft.Documents.Html;

/// <summary>Cuts a list of CSS where a separator stands in no brackets.</summary>
internal static class HtmlTokens
{
    public static IEnumerable<string> Of(string list, Func<char, bool> isSeparator)
    {
        int start = 0,
            depth = 0;
        for (var i = 0; i <= list.Length; i++)
        {
            var character = i < list.Length ? list[i] : '\0';
            depth += character switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (i == list.Length || (depth <= 0 && isSeparator(character)))
            {
                if (i > start)
                {
                    yield return list[start..i];
                }

                start = i + 1;
            }
        }
    }
}
