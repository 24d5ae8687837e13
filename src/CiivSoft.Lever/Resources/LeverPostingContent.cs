using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>The text of a posting. Plain and HTML forms say the same; either may be empty.</summary>
public sealed record LeverPostingContent
{
    /// <summary>The opening, plain.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Description
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The opening, HTML.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string DescriptionHtml
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Titled lists, such as requirements.</summary>
    [JsonConverter(typeof(OptionalListConverter<LeverPostingList>))]
    public IReadOnlyList<LeverPostingList> Lists
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The end, plain.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Closing
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The end, HTML.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string ClosingHtml
    {
        get;
        init => field = value ?? "";
    } = "";
}

/// <summary>A titled list of a posting.</summary>
public sealed record LeverPostingList
{
    /// <summary>The title, plain.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The items, HTML: <c>&lt;li&gt;…&lt;/li&gt;</c>.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Content
    {
        get;
        init => field = value ?? "";
    } = "";
}
