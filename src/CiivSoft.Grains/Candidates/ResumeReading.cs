using System.Security.Cryptography;
using System.Text;
using CiivSoft.Documents;
using CiivSoft.Grains.Explanations;
using CiivSoft.Lever;
using CiivSoft.Matching;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Candidates;

/// <summary>Keeps a person's newest readable résumé: fetches it when it was not read yet or a newer opportunity may bring another.</summary>
internal sealed class ResumeReading(ResumeFetcher fetcher, IMatchingEngine engine, TimeProvider clock)
{
    /// <summary>How long a résumé that is missing or still processed is waited for (design.md, 4).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] LookAgainAfter =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
    ];

    /// <summary>Brings the person's résumé up to date.</summary>
    /// <param name="lever">Where to read.</param>
    /// <param name="person">What is known.</param>
    /// <param name="isAwaited">Whether an application waits for it; a person of the backlog is not waited for.</param>
    /// <param name="priority">For whom the calls are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeverException">Lever could not be read.</exception>
    public async Task<ResumeStep> ReadAsync(
        ILeverClient lever,
        PersonSnapshot person,
        bool isAwaited,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var contact = person.Contact;
        var own = person
            .Opportunities.Where(o => o.ContactId == contact.ContactId && o.LeadOf is null)
            .OrderByDescending(o => o.CreatedAtMs)
            .ThenBy(o => o.OpportunityId, StringComparer.Ordinal)
            .ToList();
        if (!IsNeeded(contact, own, isAwaited))
        {
            return new ResumeStep(contact);
        }

        var newer = own.Select(o => o.OpportunityId).TakeWhile(id => !IsReadFrom(contact, id)).ToList();
        var fetch = await fetcher.FetchAsync(lever, newer, priority, cancellationToken);
        return fetch switch
        {
            ResumeFetch.Found found => Take(contact, found),
            ResumeFetch.Unreadable when contact.ResumeStatus == ResumeStatus.Read => new ResumeStep(contact),
            ResumeFetch.Unreadable failed => Fail(contact, failed),
            ResumeFetch.NotYet { IsProcessing: true } => Wait(contact, own, isAwaited),
            // Nobody waits a day for what somebody who applied before need not send again.
            _ when contact.ResumeStatus == ResumeStatus.Read => new ResumeStep(contact),
            _ => Wait(contact, own, isAwaited),
        };
    }

    /// <summary>A stored résumé as the engine reads it.</summary>
    public static ResumeSource SourceOf(ResumeRecord resume) => new(resume.Text, PersonJson.Read(resume.PersonJson));

    // Nobody waited for the résumé of somebody in the backlog; an application is worth another look.
    private static bool IsNeeded(ContactRow contact, List<OpportunityRow> own, bool isAwaited) =>
        own.Count > 0
        && (
            contact.ResumeStatus is ResumeStatus.NotRead or ResumeStatus.Waiting
            || (isAwaited && contact.ResumeStatus == ResumeStatus.None)
            || !own.Exists(o => IsReadFrom(contact, o.OpportunityId))
            || !IsReadFrom(contact, own[0].OpportunityId)
        );

    private static bool IsReadFrom(ContactRow contact, string opportunityId) =>
        contact.ResumeId?.StartsWith(opportunityId + "/", StringComparison.Ordinal) == true;

    private ResumeStep Take(ContactRow contact, ResumeFetch.Found found)
    {
        var personJson = contact.PersonJson ?? "";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(found.Text + "\n" + personJson)));
        var person = PersonJson.Read(personJson);
        var profile = engine.ReadResume(new ResumeSource(found.Text, person));
        return new ResumeStep(
            contact with
            {
                ResumeStatus = ResumeStatus.Read,
                ResumeId = found.Path,
                ResumeHash = hash,
                WillingToRelocate = Relocation.IsOffered(found.Text),
                WaitUntil = null,
            }
        )
        {
            Profile = profile,
            Resume = new ResumeRecord
            {
                ContactId = contact.ContactId,
                Text = found.Text,
                PersonJson = personJson,
                Hash = hash,
                Source = found.Source,
                WarningsJson = Cautions.Write(found.Warnings),
                ReadAt = clock.GetUtcNow(),
            },
            Vector = new VectorRecord(contact.ContactId, engine.ModelVersion, profile.Vector),
        };
    }

    private ResumeStep Fail(ContactRow contact, ResumeFetch.Unreadable failed)
    {
        var status = failed.Verdict == DocumentVerdict.NeedsOcr ? ResumeStatus.NeedsOcr : ResumeStatus.Unreadable;
        return new ResumeStep(
            contact with
            {
                ResumeStatus = status,
                ResumeId = failed.Path,
                ResumeHash = null,
                WaitUntil = null,
            }
        )
        {
            Activity = [Line(contact, "resume-unreadable", $"The résumé gives no text: {failed.Reason}.")],
        };
    }

    // Somebody of the backlog without a résumé is simply not in the index; an application is worth waiting for.
    private ResumeStep Wait(ContactRow contact, List<OpportunityRow> own, bool isAwaited)
    {
        var now = clock.GetUtcNow();
        var until = contact.WaitUntil ?? now + Patience;
        var isRead = contact.ResumeStatus == ResumeStatus.Read;
        if (isRead && (!isAwaited || now >= until))
        {
            return new ResumeStep(contact.WaitUntil is null ? contact : contact with { WaitUntil = null });
        }

        if (!isAwaited || now >= until)
        {
            return new ResumeStep(
                contact with
                {
                    ResumeStatus = ResumeStatus.None,
                    ResumeId = $"{own[0].OpportunityId}/",
                    WaitUntil = null,
                }
            )
            {
                Activity = isAwaited ? [Line(contact, "no-resume", "No résumé came within 24 hours.")] : [],
            };
        }

        var waited = now - (until - Patience);
        var pause = Array.Find(LookAgainAfter, p => p > waited) is { Ticks: > 0 } next ? next : LookAgainAfter[^1];
        var status = isRead ? ResumeStatus.Read : ResumeStatus.Waiting;
        return new ResumeStep(contact with { ResumeStatus = status, WaitUntil = until })
        {
            LookAgainAt = now + pause < until ? now + pause : until,
        };
    }

    private ActivityRow Line(ContactRow contact, string kind, string message) =>
        new()
        {
            At = clock.GetUtcNow(),
            Kind = kind,
            ContactId = contact.ContactId,
            Message = message,
        };
}
