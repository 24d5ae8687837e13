using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Credentials;

/// <summary>A licence, registration or degree without which the law lets nobody do certain work.</summary>
/// <param name="Name">For people; the name that requirements give it.</param>
/// <param name="Title">Titles of postings whose work asks for it by law; null when only a posting's text tells.</param>
/// <param name="Asked">How postings ask for it in so many words.</param>
/// <param name="Shown">How résumés say that it is held: its names, short forms and the degrees behind it.</param>
/// <param name="Work">Titles of people who do that work and so hold it.</param>
internal sealed record Credential(string Name, Regex? Title, Regex Asked, Regex Shown, Regex Work);
