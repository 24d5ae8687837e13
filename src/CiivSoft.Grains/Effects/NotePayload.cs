using System.Text.Json.Serialization;

namespace CiivSoft.Grains.Effects;

/// <summary>What a note effect writes.</summary>
/// <param name="Text">The whole note, its Ref on the last line.</param>
internal sealed record NotePayload(string Text);

/// <summary>Which note of a decision.</summary>
internal static class NoteRoles
{
    public const string Screened = "screened";
    public const string Lead = "lead";
    public const string Origin = "origin";
    public const string Recommended = "recommended";
    public const string Unreadable = "unreadable";
    public const string Undone = "undone";
    public const string NothingMatched = "nothing-matched";
}

[JsonSerializable(typeof(NotePayload))]
internal sealed partial class EffectJson : JsonSerializerContext;
