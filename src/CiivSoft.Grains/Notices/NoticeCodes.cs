namespace CiivSoft.Grains.Notices;

/// <summary>Codes of what operators are told beside the findings of an account. Never renamed: receivers compare them.</summary>
internal static class NoticeCodes
{
    public const string EffectsFailed = "effects-failed";
    public const string Configuration = "configuration";
    public const string Model = "model";
    public const string Digest = "digest";
    public const string Test = "test";

    /// <summary>The watch that keeps an address which answered 410.</summary>
    public const string WebhookGone = "webhook-gone";
}
