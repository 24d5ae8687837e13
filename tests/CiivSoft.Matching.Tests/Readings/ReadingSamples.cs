namespace CiivSoft.Matching.Tests.Readings;

/// <summary>
/// Postings and résumés written for these tests, each with something that is easily read wrongly. A posting's first line is
/// its title; a résumé may begin with what Lever's fields say of the person ("name: …").
/// </summary>
internal static class ReadingSamples
{
    private const string PostingPrefix = "readings.posting.";
    private const string ResumePrefix = "readings.resume.";

    public static IEnumerable<string> Postings => Names(PostingPrefix);

    public static IEnumerable<string> Resumes => Names(ResumePrefix);

    public static PostingSource Posting(string name)
    {
        var text = Text(PostingPrefix + name);
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        return new PostingSource(title, text[(title.Length + 1)..].Trim('\n'));
    }

    public static ResumeSource Resume(string name)
    {
        var lines = Text(ResumePrefix + name).Split('\n');
        var fields = lines
            .TakeWhile(line =>
                line.Length > 0 && char.IsLower(line[0]) && line.Contains(": ", StringComparison.Ordinal)
            )
            .ToList();
        return new ResumeSource(
            string.Join('\n', lines.Skip(fields.Count)).Trim('\n'),
            new PersonDetails
            {
                Names = [.. Values(fields, "name")],
                Emails = [.. Values(fields, "email")],
                Phones = [.. Values(fields, "phone")],
                Places = [.. Values(fields, "place")],
            }
        );
    }

    private static IEnumerable<string> Values(List<string> fields, string name) =>
        fields
            .Where(field => field.StartsWith(name + ": ", StringComparison.Ordinal))
            .Select(field => field[(name.Length + 2)..]);

    private static IEnumerable<string> Names(string prefix) =>
        typeof(ReadingSamples)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..])
            .Order(StringComparer.Ordinal);

    private static string Text(string resource)
    {
        using var stream =
            typeof(ReadingSamples).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no resource {resource} in the tests.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
