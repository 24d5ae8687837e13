namespace CiivSoft.LeverSimulator.Api;

/// <summary>The forms in which a call takes its body.</summary>
[Flags]
internal enum BodyKinds
{
    None = 0,
    Json = 1,
    UrlEncoded = 2,
    Multipart = 4,
}
