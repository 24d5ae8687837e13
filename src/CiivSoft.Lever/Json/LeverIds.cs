namespace CiivSoft.Lever.Json;

/// <summary>Ids are opaque, but they become a part of a path: what could change the path is no id.</summary>
internal static class LeverIds
{
    private const int MaxLength = 200;

    public static bool IsUsable(string? id) =>
        id is { Length: > 0 and <= MaxLength } && id is not ("." or "..") && !id.Any(IsStrange);

    public static string Require(string id, string parameterName) =>
        IsUsable(id) ? id : throw new ArgumentException("This can be no id of Lever.", parameterName);

    private static bool IsStrange(char c) =>
        char.IsControl(c)
        || char.IsWhiteSpace(c)
        || char.IsSurrogate(c)
        || c is '/' or '\\' or '?' or '#' or '%' or '\uFFFD';
}
