namespace CiivSoft.LeverSimulator.World;

internal sealed partial class SimulatedWorld
{
    /// <summary>The contact's number, or null when there is none with this id.</summary>
    public int? FindContact(string id)
    {
        lock (Gate)
        {
            return _contactNumbers.TryGetValue(new EntityId(id), out var number) ? number : null;
        }
    }

    public Contact GetContact(int number)
    {
        lock (Gate)
        {
            if (_changedContacts.TryGetValue(number, out var changed))
            {
                return changed;
            }
        }

        return _source.GetContact(number);
    }

    /// <summary>Contacts with this address, the oldest first, in the form in which addresses are compared.</summary>
    public IReadOnlyList<int> FindContactsByEmail(string email)
    {
        var canonical = EmailIndex.Canonicalize(email);
        lock (Gate)
        {
            var found = (_emails ??= IndexEmails())
                .Find(canonical)
                .Distinct()
                .Where(number => HasEmail(number, canonical));
            return [.. found.Order()];
        }
    }

    /// <summary>Numbers of the contact's opportunities, archived ones included, deleted ones not; oldest first.</summary>
    public IReadOnlyList<int> GetOpportunitiesOf(int contactNumber)
    {
        lock (Gate)
        {
            var numbers = new List<int>();
            for (var number = _newestOfContact[contactNumber]; number >= 0; number = _olderOfSameContact[number])
            {
                if (_current[number] is not null)
                {
                    numbers.Add(number);
                }
            }

            numbers.Reverse();
            return numbers;
        }
    }

    /// <summary>Adds a contact; its id must be new.</summary>
    public int AddContact(Contact contact)
    {
        lock (Gate)
        {
            var number = ContactCount++;
            _contactNumbers.Add(contact.Id, number);
            _newestOfContact.Add(-1);
            ReplaceContact(number, contact);
            return number;
        }
    }

    public void ReplaceContact(int number, Contact contact)
    {
        lock (Gate)
        {
            _changedContacts[number] = contact;
            if (_emails is not null)
            {
                foreach (var email in contact.Emails)
                {
                    _emails.Add(email, number);
                }
            }
        }
    }

    private EmailIndex IndexEmails()
    {
        var index = new EmailIndex();
        for (var number = 0; number < ContactCount; number++)
        {
            var emails = _changedContacts.TryGetValue(number, out var changed)
                ? changed.Emails
                : _source.GetEmails(number);
            foreach (var email in emails)
            {
                index.Add(email, number);
            }
        }

        return index;
    }

    private bool HasEmail(int number, string canonical) =>
        GetContact(number).Emails.Any(email => EmailIndex.Canonicalize(email) == canonical);
}
