using System.Security.Cryptography;
using System.Text;
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
    /// <param name="triedBefore">How often this failed before.</param>
    /// <param name="priority">For whom the calls are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeverException">Lever could not be read.</exception>
    public async Task<ResumeStep> ReadAsync(
        ILeverClient lever,
        PersonSnapshot person,
        bool isAwaited,
        int triedBefore,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var contact = person.Contact;
        var look = new ResumeLook(contact, person.Opportunities);
        if (look.Newest is not { } newest || !IsNeeded(contact, look, isAwaited))
        {
            return new ResumeStep(contact);
        }

        var isRead = contact.ResumeStatus == ResumeStatus.Read;
        var fetch = await fetcher.FetchAsync(
            lever,
            // Waiting for what is nowhere yet: it will be on the newest.
            look.Opportunities
                is { Count: > 0 } some
                ? some
                : [newest],
            contact.ResumeId,
            triedBefore,
            priority,
            cancellationToken
        );
        var step = fetch switch
        {
            ResumeFetch.Found found => await TakeAsync(contact, found, cancellationToken),
            ResumeFetch.Unchanged => new ResumeStep(contact),
            ResumeFetch.Unreadable when isRead => new ResumeStep(contact),
            ResumeFetch.Unreadable failed => Fail(contact, failed),
            // Lever is at work on one: worth waiting for, whoever it is.
            ResumeFetch.NotYet { IsProcessing: true } => Wait(contact, newest, isWorthIt: true),
            // Nobody waits a day for what somebody who applied before need not send again.
            _ when isRead => new ResumeStep(contact),
            _ => Wait(contact, newest, isAwaited),
        };
        return step with
        {
            // Who is waited for is looked at again in any case.
            Contact = step.LookAgainAt is null ? look.Remember(step.Contact) : step.Contact,
            MissingRight = fetch.MissingRight,
        };
    }

    /// <summary>A stored résumé as the engine reads it.</summary>
    public static ResumeSource SourceOf(ResumeRecord resume) => new(resume.Text, PersonJson.Read(resume.PersonJson));

    // Nobody waited for the résumé of somebody in the backlog; an application is worth another look.
    private static bool IsNeeded(ContactRow contact, ResumeLook look, bool isAwaited) =>
        contact.ResumeStatus is ResumeStatus.NotRead or ResumeStatus.Waiting
        || (isAwaited && contact.ResumeStatus == ResumeStatus.None)
        || look.HasNews;

    private async Task<ResumeStep> TakeAsync(
        ContactRow contact,
        ResumeFetch.Found found,
        CancellationToken cancellationToken
    )
    {
        var personJson = contact.PersonJson ?? "";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(found.Text + "\n" + personJson)));
        var person = PersonJson.Read(personJson);
        var source = new ResumeSource(found.Text, person);
        await engine.PrepareAsync([], [source], cancellationToken);
        var profile = engine.ReadResume(source);
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
        return new ResumeStep(
            contact with
            {
                ResumeStatus = failed.Status,
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
    private ResumeStep Wait(ContactRow contact, string newestOpportunity, bool isWorthIt)
    {
        var now = clock.GetUtcNow();
        var until = contact.WaitUntil ?? now + Patience;
        var isRead = contact.ResumeStatus == ResumeStatus.Read;
        if (isRead && (!isWorthIt || now >= until))
        {
            return new ResumeStep(contact.WaitUntil is null ? contact : contact with { WaitUntil = null });
        }

        if (!isWorthIt || now >= until)
        {
            return new ResumeStep(
                contact with
                {
                    ResumeStatus = ResumeStatus.None,
                    ResumeId = $"{newestOpportunity}/",
                    WaitUntil = null,
                }
            )
            {
                Activity = isWorthIt ? [Line(contact, "no-resume", "No résumé came within 24 hours.")] : [],
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
