using System.Security.Cryptography;
using CiivSoft.LeverSimulator.Generation;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Tests.Generation;

/// <summary>Worlds at a fixed time, and a digest of all that a world says.</summary>
internal static class WorldBuilder
{
    public static readonly long Now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static WorldSettings Settings(int seed = 7) => new(seed, Now, WorldDefaults.CreateFrame(Now));

    public static IWorldSource Demo(int seed = 7) => new WorldGenerator().CreateDemo(Settings(seed));

    public static IWorldSource Generated(int opportunities, int seed = 7) =>
        new WorldGenerator().CreateGenerated(opportunities, Settings(seed));

    public static IEnumerable<(int Number, Opportunity Opportunity, OpportunityDocuments Documents)> Documents(
        IWorldSource world
    ) => world.ReadOpportunities().Select((row, number) => (number, row, world.GetDocuments(number, row)));

    /// <summary>Of rows, people, notes, postings and the bytes of every file.</summary>
    public static string Digest(IWorldSource world)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var posting in world.Frame.Postings)
        {
            Append(hash, posting.Id + posting.Text + posting.Content.DescriptionHtml + posting.CreatedAt);
            Append(hash, string.Concat(posting.Content.Lists.Select(list => list.Content)));
        }

        for (var number = 0; number < world.ContactCount; number++)
        {
            var contact = world.GetContact(number);
            Append(
                hash,
                contact.Id + contact.Name + contact.Headline + string.Join(',', contact.Emails) + contact.Location
            );
        }

        foreach (var (number, row, documents) in Documents(world))
        {
            Append(hash, row.Id + row.StageId + row.PostingId + row.CreatedAt + row.LastAdvancedAt + row.Archived);
            var details = world.GetDetails(number, row);
            Append(hash, string.Join(';', details.StageChanges) + details.Application);
            Append(hash, string.Concat(details.Notes.Select(note => note.Id + note.Comments[0].Value)));
            foreach (var resume in documents.Resumes)
            {
                Append(hash, resume.Id + resume.File?.Name + resume.Parsed?.Positions.Length);
                hash.AppendData(resume.File?.Content.GetBytes() ?? []);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) =>
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
}
