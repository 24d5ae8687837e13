namespace CiivSoft.LeverSimulator.Api;

/// <param name="Field">The form field's name, without brackets.</param>
/// <param name="FileName">As the client called it, without folders.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record UploadedFile(string Field, string FileName, byte[] Content);
