using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Changes of an opportunity. All but the ones of links answer the contact's fields empty.</summary>
internal static class OpportunityWrites
{
    public static Answer SetStage(Call call)
    {
        var stage = call.Body.RequireText("stage");
        var (number, _) = call.FindOpportunity();
        if (call.World.Account.FindStage(stage) is null)
        {
            throw RefusedException.NotFound($"stages {stage} was not found");
        }

        call.Record(CandidacyChanges.MoveToStage(call.World, number, stage, call.UserId));
        return AnswerOpportunity(call, number);
    }

    public static Answer SetArchived(Call call)
    {
        if (!call.Body.Has("reason"))
        {
            throw call.Body.Refuse("reason is required", "reason");
        }

        var reason = call.Body.GetText("reason");
        var requisition = call.Body.GetText("requisitionId");
        var (number, _) = call.FindOpportunity();
        if (reason is null)
        {
            call.Record(CandidacyChanges.Unarchive(call.World, number));
            return AnswerOpportunity(call, number);
        }

        if (call.World.Account.FindArchiveReason(reason) is null)
        {
            throw RefusedException.NotFound($"archive reasons {reason} was not found");
        }

        call.Record(CandidacyChanges.Archive(call.World, number, reason));
        if (requisition is not null)
        {
            HireOn(call, number, requisition);
        }

        return AnswerOpportunity(call, number);
    }

    public static Answer AddTags(Call call) => ChangeLabels(call, "tags", LabelChanges.AddTags);

    public static Answer RemoveTags(Call call) => ChangeLabels(call, "tags", LabelChanges.RemoveTags);

    public static Answer AddSources(Call call) => ChangeLabels(call, "sources", LabelChanges.AddSources);

    public static Answer RemoveSources(Call call) => ChangeLabels(call, "sources", LabelChanges.RemoveSources);

    public static Answer AddLinks(Call call) =>
        ChangeLabels(call, "links", ContactChanges.AddLinks, hidesContact: false);

    public static Answer RemoveLinks(Call call) =>
        ChangeLabels(call, "links", ContactChanges.RemoveLinks, hidesContact: false);

    public static Answer AnswerOpportunity(Call call, int number, bool hidesContact = true)
    {
        var view = new OpportunityView(call.World, number, call.World.GetOpportunity(number))
        {
            HidesContact = hidesContact,
            IsWriteAnswer = true,
        };
        return Answer.Data(json => OpportunityFields.Write(json, view, call.Fields));
    }

    private static Answer ChangeLabels(
        Call call,
        string field,
        Func<SimulatedWorld, int, ImmutableArray<string>, Effect?> change,
        bool hidesContact = true
    )
    {
        var labels = call.Body.RequireTexts(field);
        var (number, _) = call.FindOpportunity();
        call.Record(change(call.World, number, labels));
        return AnswerOpportunity(call, number, hidesContact);
    }

    private static void HireOn(Call call, int number, string requisitionId)
    {
        var requisition = call.World.Account.Requisitions.FirstOrDefault(item =>
            RawRecords.IdOf(item) == requisitionId
        );
        if (requisition.ValueKind == JsonValueKind.Undefined)
        {
            throw RefusedException.NotFound($"requisitions {requisitionId} was not found");
        }

        var opportunity = call.World.GetOpportunity(number);
        var details = call.World.GetDetails(number, opportunity);
        if (details.Application is { } application)
        {
            var hire = RawRecords.Build(
                ("id", requisitionId),
                ("requisitionCode", RawRecords.TextOf(requisition, "requisitionCode")),
                ("hiringManagerOnHire", RawRecords.TextOf(requisition, "hiringManager"))
            );
            var hired = application with { RequisitionForHire = hire };
            call.World.ReplaceOpportunity(number, opportunity with { Details = details with { Application = hired } });
        }
    }
}
