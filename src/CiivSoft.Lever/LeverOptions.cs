using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CiivSoft.Lever;

/// <summary>How patient the client is. The section is <c>Lever</c>.</summary>
public sealed class LeverOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Lever";

    /// <summary>The limit for one attempt of a read, except downloads. The default is 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The limit for a write, which answers with one record. The default is 10 seconds. What takes longer is not known to be
    /// done, and is read back.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The limit for one attempt of a download. The default is 60 seconds; not below <see cref="AttemptTimeout"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:30:00")]
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a read is tried in all. The default is 4. Writes are sent once, whatever this says.</summary>
    [Range(1, 10)]
    public int ReadAttempts { get; set; } = 4;

    /// <summary>The first pause between attempts; each next one is twice as long, with jitter. The default is 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest pause between attempts. The default is 15 seconds; not below <see cref="BaseDelay"/>.
    /// When Lever asks for a longer one, the read fails at once and the caller decides.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest JSON answer, decompressed. The default is 32 MiB; a page of 100 long postings has about 2.</summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public int MaxAnswerBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How often one list may begin again after its paging token was refused. The default is 3.</summary>
    [Range(0, 100)]
    public int MaxRestarts { get; set; } = 3;
}

/// <summary>Checks each setting.</summary>
[OptionsValidator]
internal sealed partial class LeverOptionsValidator : IValidateOptions<LeverOptions>;

/// <summary>Checks the settings against each other.</summary>
internal sealed class LeverTimesValidator : IValidateOptions<LeverOptions>
{
    public ValidateOptionsResult Validate(string? name, LeverOptions options)
    {
        if (options.DownloadTimeout < options.AttemptTimeout)
        {
            return ValidateOptionsResult.Fail(
                $"Lever:DownloadTimeout ({options.DownloadTimeout}) must not be shorter than Lever:AttemptTimeout ({options.AttemptTimeout})."
            );
        }

        return options.MaxDelay < options.BaseDelay
            ? ValidateOptionsResult.Fail(
                $"Lever:MaxDelay ({options.MaxDelay}) must not be shorter than Lever:BaseDelay ({options.BaseDelay})."
            )
            : ValidateOptionsResult.Success;
    }
}
