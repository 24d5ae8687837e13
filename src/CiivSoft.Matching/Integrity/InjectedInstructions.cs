using System.Text.RegularExpressions;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Integrity;

/// <summary>Finds sentences that speak to a screening program; they do not count as the résumé's.</summary>
internal static class InjectedInstructions
{
    private static readonly Regex[] Patterns =
    [
        Text.Patterns.Bounded(
            @"\b(ignore|disregard|forget|override|bypass)\s+(\w+\s+){0,3}((previous|prior|above|earlier|preceding)\s+(\w+\s+){0,2}(instructions?|prompts?|rules|directions?|guidelines|criteria|requirements)|(all|your|the)\s+(\w+\s+)?(instructions|prompts?))\b"
        ),
        Text.Patterns.Bounded(
            @"\b(system|developer)\s+prompt\b|<\|?\s?(im_start|system|endoftext)|\[\s?/?(inst|system)\s?\]|\b(assistant|system)\s*:\s*(you|please|this|the)\b"
        ),
        Text.Patterns.Bounded(
            @"\byou are (now )?(an?|the) (ai|a\.i\.|assistant|language model|llm|chatbot|recruiter bot|hiring (bot|assistant|system)|screening (tool|system)|ats)\b"
        ),
        Text.Patterns.Bounded(
            @"\b(if you are|attention|note to|dear|hey|to the) (an? |the |any )?(ai|llm|gpt|chatgpt|language model|ats|screening (tool|system|software)|algorithm|model)\b"
        ),
        Text.Patterns.Bounded(
            @"\b(rank|rate|score|mark|list|place|put|grade|classify|label) (this|the|my|me|him|her|them) ?(candidate|resume|résumé|cv|applicant|application|profile)? ?(as )?(the )?(first|highest|top|number one|best|a? ?perfect|excellent|10 ?/ ?10|10 out of 10|100 ?%|100|strong match|match|hire)\b"
        ),
        Text.Patterns.Bounded(
            @"\b(this|the) (candidate|applicant|resume|cv) (is|has been|should be|must be) (an? |the )?(perfect|ideal|best|exceptionally|highly|strongly)[\w\s-]{0,20} (match|fit|candidate|qualified|recommended|hired|selected|shortlisted)\b"
        ),
        Text.Patterns.Bounded(
            @"\b(respond|reply|answer|output|print|say|return) (only )?(with |exactly )?[""'“]?(yes|match|hire|approved|10|100|recommended|shortlist(ed)?)\b"
        ),
        Text.Patterns.Bounded(
            @"\b(ignoriere|vergiss) (alle |die )?(vorherigen|bisherigen|obigen)|\bignore[rz]? (toutes |les )*instructions|\bignora (todas )?(las )?instrucciones|\bzignoruj (wszystkie )?(poprzednie )?instrukcje|\bnegeer (alle )?(vorige )?instructies|\bignora (tutte )?(le )?istruzioni|\bignore (todas )?(as )?instruções|\bignoră (toate )?instrucțiunile"
        ),
    ];

    public static IEnumerable<IntegrityFlag> Find(string text)
    {
        // A sentence may be wrapped; breaks read as spaces, offsets stay.
        var flat = text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        var found = Patterns
            .SelectMany(pattern => pattern.Matches(flat).Cast<Match>())
            .OrderBy(match => match.Index)
            .ThenByDescending(match => match.Length);
        var end = 0;
        foreach (var match in found.Where(match => match.Length > 0 && match.Index >= end))
        {
            var start = Math.Max(end, SentenceStart(text, match.Index));
            end = SentenceEnd(text, match.Index + match.Length);
            yield return new IntegrityFlag(
                IntegrityKind.InjectedInstruction,
                start,
                end - start,
                Term.Of(match.Value).Count
            );
        }
    }

    private static int SentenceStart(string text, int from)
    {
        while (from > 0 && !IsEnd(text[from - 1]))
        {
            from--;
        }

        return from;
    }

    private static int SentenceEnd(string text, int from)
    {
        while (from < text.Length && !IsEnd(text[from]))
        {
            from++;
        }

        return from;
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' || Redaction.TextLines.IsBreak(c);
}
