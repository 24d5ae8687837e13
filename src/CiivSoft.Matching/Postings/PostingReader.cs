using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Languages;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Postings;

/// <summary>Turns a posting into what is compared with résumés.</summary>
internal sealed class PostingReader(
    KnowledgeBase knowledge,
    ITextMeaning embedding,
    DomainEmbedding titles,
    RetrievalVector retrieval
)
{
    // A word of the title says more than one of the text; how much more was measured (matching.md, "Constants").
    private const double TitleInOccupations = 8;
    private const double TitleInWords = 5;

    // Here a title's one word must not stand for all that the posting asks.
    private const double TitleInAsked = 1;

    // What a posting asks for is in its weightiest words; the rest is prose that most postings share.
    private const int AskedWords = 40;

    private readonly KeySkills _keySkills = new(knowledge.HeadNouns);

    public PostingProfile Read(PostingSource source)
    {
        var text = TextRepair.Repair(source.Text);
        var lines = TextLines.Of(text).Where(line => !line.IsBlank).ToArray();
        var isList = KeySkills.IsList(text);
        var title = TitleOf(TextRepair.Repair(source.Title), text, lines, isList);
        var body = BodyOf(lines, title, isList);
        var telling = TitleWords.Telling(title);
        var titleTerms = new TermCounter(knowledge.Lexicon);
        titleTerms.Add(telling, 1);
        var profile = knowledge.Occupations.ProfileOf(Mix(body, titleTerms, TitleInOccupations));
        var meaning = embedding.Embed(MeaningText(title, text));
        var words = Mix(body, titleTerms, TitleInWords);
        var features = new PostingFeatures(
            words,
            Mix(body, titleTerms, TitleInAsked).Weightiest(AskedWords),
            profile,
            meaning,
            TitleMeaning(title, text),
            retrieval.OfPosting(profile, meaning)
        );
        var required = source.Edited is { } edited
            ? RequiredCredentials.Of(edited)
            : RequiredCredentials.Of(title, text);
        var flaw = FlawOf(text, isList, body.Words + titleTerms.Words);
        return new PostingProfile(title, text, features, required, flaw) { IsSkillList = isList };
    }

    /// <summary>What of a posting is embedded.</summary>
    public string MeaningText(PostingSource source)
    {
        var text = TextRepair.Repair(source.Text);
        var lines = TextLines.Of(text).Where(line => !line.IsBlank).ToArray();
        return MeaningText(TitleOf(TextRepair.Repair(source.Title), text, lines, KeySkills.IsList(text)), text);
    }

    private static string MeaningText(string title, string text) => $"{title}\n{text}";

    private float[] TitleMeaning(string title, string text)
    {
        var meaning = titles.Embed(TitleWords.Stressed(title));
        return meaning.AsSpan().ContainsAnyExcept(0f) ? meaning : titles.Embed(MeaningText(title, text));
    }

    private string TitleOf(string title, string text, IReadOnlyList<TextLine> lines, bool isList) =>
        isList && string.IsNullOrWhiteSpace(title)
            ? string.Join(", ", _keySkills.TitlesIn(text))
            : PostingTitle.Choose(title, lines);

    private TermCounter BodyOf(TextLine[] lines, string title, bool isList)
    {
        // In a list each item is asked for; of a posting that is one line without a title, that line is all there is.
        var body = new TermCounter(knowledge.Lexicon);
        var isKept =
            isList || (title.Length == 0 && Array.TrueForAll(lines, line => Boilerplate.Holds(line.Span, title)));
        foreach (var line in lines)
        {
            if (isKept || !Boilerplate.Holds(line.Span, title))
            {
                body.Add(line.Span, 1);
            }
        }

        return body;
    }

    private static UnjudgeableReason? FlawOf(string text, bool isList, int words)
    {
        if (words == 0)
        {
            return UnjudgeableReason.PostingWithoutText;
        }

        return LanguageIdentifier.Identify(text, isList).IsSupported ? null : UnjudgeableReason.PostingNotEnglish;
    }

    private TermVector Mix(TermCounter body, TermCounter title, double titleWeight)
    {
        var mixed = new Dictionary<uint, double>();
        foreach (var (term, count) in body.Counts)
        {
            mixed[term] = 1 + StableMath.Log(count);
        }

        foreach (var term in title.Counts.Keys)
        {
            mixed[term] = mixed.GetValueOrDefault(term) + titleWeight;
        }

        return TermVector.Of(mixed, (term, value) => value * knowledge.Lexicon.WeightOf(term));
    }
}
