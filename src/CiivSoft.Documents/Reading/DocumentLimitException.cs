namespace CiivSoft.Documents.Reading;

/// <summary>A document asks for more than any document may have; it is quarantined with the message as the reason.</summary>
#pragma warning disable CA1064 // DocumentInterpreter turns it into a verdict; it never leaves this assembly.
internal sealed class DocumentLimitException(string reason) : Exception(reason);
#pragma warning restore CA1064
