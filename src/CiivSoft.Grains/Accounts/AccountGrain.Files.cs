using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>What operators ask about résumé files that gave no text.</summary>
internal sealed partial class AccountGrain
{
    public async Task<int> RetryFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken)
    {
        var epoch = Epoch;
        var people = (await _services.Mirror.LoadPeopleAsync(_account.Key, contactIds, cancellationToken))
            .Where(p => p.Contact.ResumeStatus.MayBeReadLater())
            .ToList();
        if (people.Count == 0)
        {
            return 0;
        }

        var retried = await _services.Files.RetryAsync(
            _account.Key,
            epoch,
            [.. people.Select(p => p.Contact.ContactId)],
            await LookAgainAsync(people, cancellationToken),
            cancellationToken
        );
        _workDueAt = _account.Now;
        return retried;
    }

    public Task<int> GiveUpFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken) =>
        _services.Files.GiveUpAsync(_account.Key, Epoch, contactIds, cancellationToken);

    // Whoever waits undecided for the file's sake is decided again, which reads the file first; of others it is only read.
    private async Task<IReadOnlyList<WorkItem>> LookAgainAsync(
        IReadOnlyList<PersonSnapshot> people,
        CancellationToken cancellationToken
    )
    {
        var postings = (await _services.Mirror.ListPostingsAsync(_account.Key, cancellationToken))
            .Where(p => p.IsOpen)
            .ToDictionary(p => p.PostingId, StringComparer.Ordinal);
        var newApplicant = LeverStages.FindNewApplicant(_account.State.Stages)?.StageId ?? LeverStages.NewApplicantId;
        var applications = people
            .SelectMany(p => p.Opportunities.Where(o => o.ContactId == p.Contact.ContactId))
            .Where(o =>
                o.StageId == newApplicant
                && RerunFinder.Refusal(o, postings.GetValueOrDefault, _account.State.Settings) is null
            )
            .ToList();
        var unread = (
            await _services.Decisions.OfApplicationsAsync(
                _account.Key,
                [.. applications.Select(o => o.ApplicationId).OfType<string>()],
                cancellationToken
            )
        )
            .Where(d => d is { Solution: Solution.Fiilter, Verdict: Verdicts.Unreadable or Verdicts.NeedsOcr })
            .Select(d => d.Subject)
            .ToHashSet(StringComparer.Ordinal);
        var reruns = applications
            .Where(o => o.ApplicationId is { } id && unread.Contains(id))
            .ToLookup(o => o.ContactId, StringComparer.Ordinal);
        return
        [
            .. people.SelectMany(p =>
                reruns.Contains(p.Contact.ContactId)
                    ? reruns[p.Contact.ContactId].Select(o => RerunItem.Of(o, o.ApplicationId ?? "", _account.Now))
                    : [LookAt(p.Contact)]
            ),
        ];
    }

    private WorkItem LookAt(ContactRow contact) =>
        new()
        {
            Kind = WorkKind.Contact,
            Id = contact.ContactId,
            Priority = WorkPriority.NewPosting,
            NewestMs = _account.Now.ToUnixTimeMilliseconds(),
        };
}
