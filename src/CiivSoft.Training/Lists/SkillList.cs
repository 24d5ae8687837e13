namespace CiivSoft.Training.Lists;

/// <summary>All skills by all their names, one skill a line: our own, then ESCO's knowledge, then O*NET's technology.</summary>
internal static class SkillList
{
    private const string OwnSkills = "own-skills.txt";

    public static IReadOnlyList<string> Read(string taxonomies)
    {
        var rules = SkillRules.Load();
        var own = CuratedText.Lines(OwnSkills).Select(line => line.Split('|')).ToArray();
        var taken = own.SelectMany(names => names).Select(name => SkillName.OfEntry(name).Key).ToHashSet();
        var esco = new EscoKnowledge(rules, taken);
        var onet = new OnetTechnology(rules, taken);
        return
        [
            .. own.Concat(EscoKnowledge.Read(taxonomies).Select(esco.Entries))
                .Concat(OnetTechnology.Read(taxonomies).Select(onet.Entries))
                .Where(names => names.Count > 0)
                .Select(names => string.Join('|', names)),
        ];
    }
}
