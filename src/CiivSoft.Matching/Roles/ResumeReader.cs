using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Languages;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>Turns a résumé into what is compared with postings. Only the redacted text is looked at.</summary>
internal sealed class ResumeReader(
    KnowledgeBase knowledge,
    ITextMeaning embedding,
    DomainEmbedding titles,
    RetrievalVector retrieval
)
{
    /// <summary>Fewer words than these, stop words apart, do not tell what a person did.</summary>
    public const int MinWords = 20;

    // Measured constants, see matching.md: a line counts e^(-number/40), but never less than a quarter; the role before
    // the last counts 0.6 of it, and so on; all roles together weigh 8 words. The recent role alone weighs 30 a word beside
    // the text, which tells in what sense its words are meant.
    private const double LinesToFade = 40;
    private const double LeastLineWeight = 0.25;
    private const double RoleFading = 0.6;
    private const double RolesInAll = 8;
    private const double RecentRole = 30;
    private const double TextScale = 1.4;
    private const double TextInPlaceOfRoles = 0.3;

    // Of older jobs the titles count so little that a longer list would change nothing.
    private const int MostTitles = 6;

    private readonly RoleFinder _roles = new(knowledge.HeadNouns);

    public ResumeProfile Read(ResumeSource source) => Read(source, meaning: null);

    /// <summary>The same résumé, edited.</summary>
    /// <param name="whole">The résumé.</param>
    /// <param name="edited">Its text, changed.</param>
    public ResumeProfile Reread(ResumeProfile whole, string edited) =>
        Read(new ResumeSource(edited, whole.Person), MeaningOf(whole));

    /// <summary>The same résumé where only a part of what is scored counts.</summary>
    /// <param name="whole">The résumé.</param>
    /// <param name="counting">Its <see cref="ResumeProfile.ScoredText"/> with more of it blanked out. It is not redacted again: what redaction finds depends on all that is written.</param>
    public ResumeProfile Read(ResumeProfile whole, string counting) =>
        Read(whole.Text, counting, whole.Person, MeaningOf(whole));

    // Another machine's vector of a text that differs a little is not at hand here, and differs little.
    private float[]? MeaningOf(ResumeProfile whole) => embedding.NeedsPreparation ? whole.Features.Meaning : null;

    private ResumeProfile Read(ResumeSource source, float[]? meaning)
    {
        var text = TextRepair.Repair(source.Text);
        return Read(text, Redactor.Redact(text, source.Person).Text, source.Person, meaning);
    }

    private ResumeProfile Read(string text, string scored, PersonDetails person, float[]? meaning)
    {
        var lines = TextLines.Of(scored).Where(line => !line.IsBlank).ToArray();
        var roles = _roles.Find(scored, lines);
        var features = Describe(scored, lines, roles, meaning ?? embedding.Embed(scored), out var words);
        return new ResumeProfile(text, scored, roles, features, FlawOf(scored, text, words)) { Person = person };
    }

    /// <summary>What of a résumé is embedded: the redacted text, so that no name leaves the house with it.</summary>
    public static string MeaningText(ResumeSource source) =>
        Redactor.Redact(TextRepair.Repair(source.Text), source.Person).Text;

    private static UnjudgeableReason? FlawOf(string scored, string text, int words)
    {
        if (!LanguageIdentifier.Identify(scored).IsSupported)
        {
            return UnjudgeableReason.ResumeNotEnglish;
        }

        if (words >= MinWords)
        {
            return null;
        }

        // Redaction leaves little of a header that it cannot read; neither reason has a score, so only the note depends on this.
        return LanguageIdentifier.Identify(text).IsSupported
            ? UnjudgeableReason.ResumeTooShort
            : UnjudgeableReason.ResumeNotEnglish;
    }

    private ResumeFeatures Describe(
        string text,
        TextLine[] lines,
        IReadOnlyList<Role> roles,
        float[] meaning,
        out int words
    )
    {
        var flat = new TermCounter(knowledge.Lexicon);
        var fading = new TermCounter(knowledge.Lexicon);
        for (var i = 0; i < lines.Length; i++)
        {
            flat.Add(lines[i].Span, 1);
            fading.Add(lines[i].Span, Math.Max(LeastLineWeight, StableMath.Exp(-i / LinesToFade)));
        }

        words = flat.Words;
        var history = Weigh(flat, count => 1 + StableMath.Log(count));
        var body = fading.Counts.ToDictionary(c => c.Key, c => TextScale * StableMath.Log(1 + c.Value));
        var whole = TermVector.Of(AddRoles(body, roles), Weight);
        var recent = roles.Count == 0 ? null : Weigh(CountRole(roles[0]), count => count);
        var occupations = knowledge.Occupations;
        var wholeProfile = occupations.ProfileOf(whole);
        var historyProfile = occupations.ProfileOf(history);
        var recentProfile = occupations.ProfileOf(TermVector.Of(AddRecentRole(body, roles), Weight));
        var titled = TitledOf(roles);
        var vector = retrieval.OfResume(wholeProfile, historyProfile, recentProfile, meaning);
        return new ResumeFeatures(
            recent ?? whole,
            WorkOf(lines),
            wholeProfile,
            recentProfile,
            meaning,
            titled.Count > 0 ? [.. titled.Select(t => t.Meaning)] : [titles.Embed(text)],
            [.. titled.Select(t => t.Role)],
            vector
        );
    }

    private List<(Role Role, float[] Meaning)> TitledOf(IReadOnlyList<Role> roles) =>
        [
            .. roles
                .Take(MostTitles)
                .Select(role => (role, titles.Embed(TitleWords.Stressed(role.Title))))
                .Where(titled => HasMeaning(titled.Item2)),
        ];

    private static bool HasMeaning(float[] vector) => vector.AsSpan().ContainsAnyExcept(0f);

    private TermVector WorkOf(TextLine[] lines)
    {
        var work = new TermCounter(knowledge.Lexicon);
        foreach (var line in WorkLines.Of(lines))
        {
            work.Add(line.Span, 1);
        }

        return TermVector.Of(work.Counts, (_, count) => count / (count + 1));
    }

    private Dictionary<uint, double> AddRoles(Dictionary<uint, double> body, IReadOnlyList<Role> roles)
    {
        var mixed = new Dictionary<uint, double>(body);
        if (roles.Count == 0)
        {
            foreach (var (term, value) in body)
            {
                mixed[term] = value + (TextInPlaceOfRoles * value);
            }

            return mixed;
        }

        var weights = RoleWeights(roles.Count);
        for (var i = 0; i < roles.Count; i++)
        {
            foreach (var (term, count) in CountRole(roles[i]).Counts)
            {
                mixed[term] = mixed.GetValueOrDefault(term) + (RolesInAll * weights[i] * count);
            }
        }

        return mixed;
    }

    private Dictionary<uint, double> AddRecentRole(Dictionary<uint, double> body, IReadOnlyList<Role> roles)
    {
        var mixed = new Dictionary<uint, double>(body);
        foreach (var (term, count) in roles.Count == 0 ? [] : CountRole(roles[0]).Counts)
        {
            mixed[term] = mixed.GetValueOrDefault(term) + (RecentRole * count);
        }

        return mixed;
    }

    private static double[] RoleWeights(int count)
    {
        var weights = new double[count];
        var (weight, sum) = (1.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            weights[i] = weight;
            sum += weight;
            weight *= RoleFading;
        }

        return [.. weights.Select(x => x / sum)];
    }

    private TermCounter CountRole(Role role)
    {
        var counter = new TermCounter(knowledge.Lexicon);
        counter.Add(role.Title, 1);
        return counter;
    }

    private TermVector Weigh(TermCounter counter, Func<double, double> dampen) =>
        TermVector.Of(counter.Counts, (term, count) => dampen(count) * knowledge.Lexicon.WeightOf(term));

    private double Weight(uint term, double value) => value * knowledge.Lexicon.WeightOf(term);
}
