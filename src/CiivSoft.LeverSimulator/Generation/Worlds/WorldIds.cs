using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Ids that follow from the seed, the kind of thing and its number.</summary>
internal sealed class WorldIds(int seed)
{
    private readonly ulong _contacts = SequenceOf(seed, "contact");
    private readonly ulong _opportunities = SequenceOf(seed, "opportunity");
    private readonly ulong _applications = SequenceOf(seed, "application");
    private readonly ulong _postings = SequenceOf(seed, "posting");
    private readonly ulong _resumes = SequenceOf(seed, "resume");
    private readonly ulong _notes = SequenceOf(seed, "note");

    public static ulong SequenceOf(int seed, string kind) => (ulong)Dice.For(seed, kind, 0).Next(0L, long.MaxValue);

    public EntityId Contact(int number) => new(SeededIds.At(_contacts, (ulong)number));

    public EntityId Opportunity(int number) => new(SeededIds.At(_opportunities, (ulong)number));

    public string Application(int number) => SeededIds.At(_applications, (ulong)number).ToString("D");

    public string Posting(int number) => SeededIds.At(_postings, (ulong)number).ToString("D");

    public string Resume(int number) => SeededIds.At(_resumes, (ulong)number).ToString("D");

    public string Note(int number, int ofOpportunity) =>
        SeededIds.At(_notes, ((ulong)ofOpportunity * 16) + (ulong)number).ToString("D");
}
