using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;
using CiivSoft.LeverSimulator.Worlds;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>Adds to the world while it runs.</summary>
internal sealed class SeedCalls(Simulator simulator)
{
    private static readonly ImmutableArray<string> RecordKinds =
    [
        RecordCalls.Forms,
        RecordCalls.Referrals,
        RecordCalls.Offers,
        RecordCalls.Panels,
        RecordCalls.Interviews,
    ];

    private readonly ActHistory _history = new(simulator);

    public Answer Add(string table, IReadOnlyList<BodyFields> bodies)
    {
        Func<BodyFields, IReadOnlyList<Effect>> add = table switch
        {
            "postings" => body => [Seeder.AddPosting(body)],
            "contacts" => body => [Seeder.AddContact(body).Effect],
            "people" => AddPerson,
            "opportunities" => body => [Seeder.AddOpportunity(body)],
            "applications" => body => Seeder.Apply(body),
            "users" => AddUser,
            "archive_reasons" => AddArchiveReason,
            "requisitions" => body => AddRaw(body, isRequisition: true),
            "requisition_fields" => body => AddRaw(body, isRequisition: false),
            _ when RecordKinds.Contains(table) => body => AddRecord(table, body),
            _ => throw RefusedException.NotFound("There is no such table"),
        };
        return _history.Perform("world/" + table, bodies, add);
    }

    private WorldSeeder Seeder => new(simulator.World, folder: null);

    private IReadOnlyList<Effect> AddPerson(BodyFields body)
    {
        Seeder.AddPerson(body);
        return [new Effect(EffectKinds.ContactCreated) { ContactId = body.GetText("contact") }];
    }

    private IReadOnlyList<Effect> AddUser(BodyFields body)
    {
        var user = new User
        {
            Id = body.GetText("id") ?? simulator.World.Ids.NextId(),
            Name = body.RequireText("name"),
            Email = body.RequireText("email"),
            AccessRole = body.GetText("accessRole") ?? "team member",
            CreatedAt = SeedReader.ReadTime(body, "createdAt") ?? simulator.World.Clock.Now,
            DeactivatedAt = SeedReader.ReadTime(body, "deactivatedAt"),
        };
        simulator.World.Account.PutUser(user);
        return [new Effect(EffectKinds.RecordChanged) { RecordId = user.Id }];
    }

    private IReadOnlyList<Effect> AddArchiveReason(BodyFields body)
    {
        var reason = new ArchiveReason(
            body.GetText("id") ?? simulator.World.Ids.NextId(),
            body.RequireText("text"),
            body.GetText("type") is "hired",
            body.GetText("status") is not "inactive"
        );
        var account = simulator.World.Account;
        account.ArchiveReasons = [.. account.ArchiveReasons.Where(other => other.Id != reason.Id), reason];
        return [new Effect(EffectKinds.RecordChanged) { RecordId = reason.Id }];
    }

    private IReadOnlyList<Effect> AddRaw(BodyFields body, bool isRequisition)
    {
        var id = body.GetText("id") ?? simulator.World.Ids.NextId();
        var account = simulator.World.Account;
        if (isRequisition)
        {
            var now = simulator.World.Clock.Now;
            var times = RawRecords.Build(("createdAt", now), ("updatedAt", now));
            var defaults = RawRecords.Merge(RequisitionDefaults.Value, times);
            account.Requisitions = account.Requisitions.Add(RawRecords.Merge(defaults, body.Json, ("id", id)));
        }
        else
        {
            account.RequisitionFields = account.RequisitionFields.Add(
                RawRecords.Merge(RawRecords.Build(("isRequired", false)), body.Json, ("id", id))
            );
        }

        return [new Effect(EffectKinds.RecordChanged) { RecordId = id }];
    }

    private IReadOnlyList<Effect> AddRecord(string kind, BodyFields body)
    {
        var world = simulator.World;
        var number =
            world.FindOpportunity(body.RequireText("opportunity"))
            ?? throw body.Refuse("There is no such opportunity", "opportunity");
        var id = body.GetText("id") ?? world.Ids.NextId();
        var defaults = RawRecords.Build(("createdAt", world.Clock.Now));
        RecordCalls.Put(world, number, kind, RawRecords.Merge(defaults, body.Json, ("id", id)));
        return [RecordCalls.Describe(world, number, id)];
    }
}
