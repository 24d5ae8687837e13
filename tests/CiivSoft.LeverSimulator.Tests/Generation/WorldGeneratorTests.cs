using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Tests.Generation;

public sealed class WorldGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_demo_byte_for_byte() =>
        WorldBuilder.Digest(WorldBuilder.Demo()).ShouldBe(WorldBuilder.Digest(WorldBuilder.Demo()));

    [Fact]
    public void The_same_seed_gives_the_same_generated_world_byte_for_byte() =>
        WorldBuilder.Digest(WorldBuilder.Generated(300)).ShouldBe(WorldBuilder.Digest(WorldBuilder.Generated(300)));

    [Fact]
    public void Another_seed_gives_another_world() =>
        WorldBuilder
            .Digest(WorldBuilder.Generated(60, 1))
            .ShouldNotBe(WorldBuilder.Digest(WorldBuilder.Generated(60, 2)));

    [Fact]
    public void There_are_at_least_eighteen_occupations_each_with_enough_to_tell()
    {
        OccupationSheets.All.Length.ShouldBeGreaterThanOrEqualTo(18);
        foreach (var sheet in OccupationSheets.All)
        {
            sheet.Titles.Length.ShouldBe(4, sheet.Key);
            sheet.Duties.Length.ShouldBeGreaterThanOrEqualTo(9, sheet.Key);
            sheet.Achievements.Length.ShouldBeGreaterThanOrEqualTo(4, sheet.Key);
            sheet.Skills.Length.ShouldBeGreaterThanOrEqualTo(10, sheet.Key);
            sheet.Related.ShouldAllBe(key => OccupationSheets.Get(key).Key == key, sheet.Key);
            PeopleLists.Employers.ContainsKey(sheet.EmployerKind).ShouldBeTrue(sheet.Key);
        }
    }

    [Fact]
    public void There_are_about_twenty_naming_cultures() => PeopleLists.Cultures.Length.ShouldBeInRange(18, 24);

    [Fact]
    public void The_demo_has_twelve_postings_most_of_them_open_and_about_eighty_people()
    {
        var demo = WorldBuilder.Demo();

        demo.Frame.Postings.Length.ShouldBe(12);
        demo.Frame.Postings.Count(posting => posting.IsOpen).ShouldBe(10);
        demo.ContactCount.ShouldBeInRange(75, 90);
        demo.OpportunityCount.ShouldBeGreaterThan(demo.ContactCount - 1);
    }

    [Fact]
    public void The_demo_has_new_applicants_on_open_postings_and_archived_people()
    {
        var demo = WorldBuilder.Demo();
        var open = demo.Frame.Postings.Where(posting => posting.IsOpen).Select(posting => posting.Id).ToHashSet();
        var rows = demo.ReadOpportunities().ToList();

        rows.Count(row =>
                row.StageId == WorldDefaults.ApplicantNew && row.Archived is null && open.Contains(row.PostingId!)
            )
            .ShouldBeGreaterThan(35);
        rows.Count(row => row.Archived is not null).ShouldBeGreaterThan(10);
        rows.Count(row => row.Archived?.Reason == WorldDefaults.HiredReasonId).ShouldBe(2);
        rows.ShouldContain(row => row.Tags.Contains("CiiVSOFT opt-out"));
        rows.ShouldContain(row => row.IsAnonymized);
    }

    [Fact]
    public void The_demo_has_one_person_entered_twice_and_one_who_applied_twice()
    {
        var demo = WorldBuilder.Demo();
        var addresses = Enumerable
            .Range(0, demo.ContactCount)
            .SelectMany(number => demo.GetEmails(number))
            .Select(EmailIndex.Canonicalize);

        addresses.GroupBy(address => address).Count(group => group.Count() > 1).ShouldBe(1);
        demo.ReadOpportunities().GroupBy(row => row.ContactNumber).ShouldContain(group => group.Count() == 2);
    }

    [Fact]
    public void A_world_of_a_thousand_has_every_kind_of_record()
    {
        var world = WorldBuilder.Generated(3000);
        var rows = world.ReadOpportunities().ToList();
        var contacts = Enumerable.Range(0, world.ContactCount).Select(world.GetContact).ToList();

        rows.Count.ShouldBe(3000);
        rows.Max(row => row.ContactNumber).ShouldBe(world.ContactCount - 1);
        rows.ShouldContain(row => row.IsConfidential);
        rows.ShouldContain(row => row.PostingId == null);
        rows.ShouldContain(row => row.SnoozedUntil != null);
        contacts.ShouldContain(contact => contact.IsAnonymized);
        contacts.ShouldContain(contact => contact.DataProtection != null);
        contacts.ShouldContain(contact => contact.Name.Any(letter => letter > 0x370));
        contacts
            .SelectMany(contact => contact.Emails)
            .GroupBy(EmailIndex.Canonicalize)
            .ShouldContain(group => group.Count() == 2);
        rows.Select(row => row.StageId).Distinct().Count().ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void Nothing_lies_in_the_future_and_every_row_agrees_with_its_stage_changes()
    {
        var world = WorldBuilder.Generated(2000);
        foreach (var (row, number) in world.ReadOpportunities().Select((row, number) => (row, number)))
        {
            var changes = world.GetDetails(number, row).StageChanges;
            changes[^1].ToStageId.ShouldBe(row.StageId);
            changes[0].UpdatedAt.ShouldBe(row.CreatedAt);
            changes.Select(change => change.UpdatedAt).ShouldBe(changes.Select(change => change.UpdatedAt).Order());
            row.LastAdvancedAt.ShouldBe(row.Archived?.At ?? changes[^1].UpdatedAt);
            new[] { row.CreatedAt, row.UpdatedAt, row.LastAdvancedAt }.ShouldAllBe(time => time <= WorldBuilder.Now);
        }
    }

    [Fact]
    public void People_come_to_a_world_of_any_size()
    {
        foreach (var size in new[] { 1, 2, 19, 20, 21, 77 })
        {
            var world = WorldBuilder.Generated(size);
            world.ReadOpportunities().Select(row => row.ContactNumber).Distinct().Count().ShouldBe(world.ContactCount);
            Enumerable
                .Range(0, world.ContactCount)
                .Select(world.GetContactId)
                .Distinct()
                .Count()
                .ShouldBe(world.ContactCount);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Sizes_beyond_the_limits_are_refused(int size) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WorldBuilder.Generated(size));

    [Fact]
    public void A_million_opportunities_cost_no_memory_before_they_are_asked_for_and_no_files_at_all()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var world = WorldBuilder.Generated(1_000_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(60_000_000);

        var (count, ids) = (0, new HashSet<EntityId>());
        foreach (var row in world.ReadOpportunities())
        {
            count++;
            if (count % 50 == 0)
            {
                ids.Add(row.Id).ShouldBeTrue();
            }
        }

        count.ShouldBe(1_000_000);
        world.ContactCount.ShouldBe(800_000);
        world.Frame.Postings.Length.ShouldBe(5000);
    }

    [Fact]
    public void A_row_in_the_middle_of_a_million_is_the_same_whoever_asks_first()
    {
        var one = WorldBuilder.Generated(1_000_000);
        var other = WorldBuilder.Generated(1_000_000);
        var row = one.ReadOpportunities().Skip(70_007).First();

        var late = one.GetDocuments(70_007, row);
        other.GetContact(5);

        Bytes(other.GetDocuments(70_007, row)).ShouldBe(Bytes(late));
    }

    private static byte[]? Bytes(OpportunityDocuments documents) =>
        documents.Resumes.FirstOrDefault()?.File?.Content.GetBytes();
}
