namespace CiivSoft.Matching.Notes;

/// <summary>Why a résumé could not be judged, as notes, dashboard and command line say it.</summary>
public static class UnreadableWords
{
    /// <summary>One sentence, without words of the résumé.</summary>
    public static string Of(UnreadableReason reason) =>
        reason switch
        {
            UnreadableReason.NeedsOcr =>
                "The résumé holds pictures of text only (a scan), so there was nothing to read.",
            UnreadableReason.Encrypted => "The résumé is protected by a password.",
            UnreadableReason.TooLarge => "The résumé file is larger than CiiVSOFT opens.",
            UnreadableReason.Quarantined =>
                "The résumé file looks unsafe and was not opened. Please take care before you open it.",
            UnreadableReason.NotProcessed => "Lever could not process the résumé file, so there was nothing to read.",
            UnreadableReason.TooShort => "The résumé has too few words to go by.",
            UnreadableReason.UnsupportedLanguage => "The résumé is in a language that CiiVSOFT does not read yet.",
            UnreadableReason.PostingUnsupportedLanguage =>
                "The posting is in a language that CiiVSOFT does not read yet.",
            UnreadableReason.PostingWithoutText => "The posting has no text to compare a résumé with.",
            _ => "The résumé file is damaged or of a kind that CiiVSOFT does not read.",
        };
}
