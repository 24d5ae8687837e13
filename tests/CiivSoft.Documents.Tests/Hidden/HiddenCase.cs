namespace CiivSoft.Documents.Tests.Hidden;

/// <param name="FileName">Its name.</param>
/// <param name="Clean">The file without the hidden words.</param>
/// <param name="Stuffed">The same file with them.</param>
/// <param name="Technique">The warning's detail.</param>
internal sealed record HiddenCase(string FileName, byte[] Clean, byte[] Stuffed, string Technique)
{
    public const string Words = "kubernetes terraform golang rust";
}
