using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.World;

/// <summary>The small tables of an account. Reading is safe at any time; a change replaces a row or a whole list.</summary>
internal sealed class AccountTables
{
    private readonly ConcurrentDictionary<string, Posting> _postings;
    private readonly ConcurrentDictionary<string, User> _users;
    private readonly Dictionary<string, Stage> _stages;

    public AccountTables(AccountFrame frame)
    {
        Stages = frame.Stages;
        ArchiveReasons = frame.ArchiveReasons;
        Requisitions = frame.Requisitions;
        RequisitionFields = frame.RequisitionFields;
        _stages = frame.Stages.ToDictionary(stage => stage.Id, StringComparer.Ordinal);
        _postings = Index(frame.Postings, posting => posting.Id);
        _users = Index(frame.Users, user => user.Id);
    }

    /// <summary>In pipeline order; fixed while the simulator runs.</summary>
    public ImmutableArray<Stage> Stages { get; }

    public ImmutableArray<ArchiveReason> ArchiveReasons { get; set; }

    public ImmutableArray<JsonElement> Requisitions { get; set; }

    public ImmutableArray<JsonElement> RequisitionFields { get; set; }

    /// <summary>In no order; a copy.</summary>
    public IReadOnlyCollection<Posting> Postings => [.. _postings.Values];

    /// <summary>In no order; a copy.</summary>
    public IReadOnlyCollection<User> Users => [.. _users.Values];

    public Stage? FindStage(string id) => _stages.GetValueOrDefault(id);

    public int IndexOfStage(string id)
    {
        for (var index = 0; index < Stages.Length; index++)
        {
            if (Stages[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }

    public double RankOf(string stageId) => FindStage(stageId)?.Rank ?? double.MaxValue;

    public Posting? FindPosting(string id) => _postings.GetValueOrDefault(id);

    public void PutPosting(Posting posting) => _postings[posting.Id] = posting;

    public User? FindUser(string id) => _users.GetValueOrDefault(id);

    public void PutUser(User user) => _users[user.Id] = user;

    public ArchiveReason? FindArchiveReason(string id) => ArchiveReasons.FirstOrDefault(reason => reason.Id == id);

    private static ConcurrentDictionary<string, T> Index<T>(IEnumerable<T> items, Func<T, string> id) =>
        new(items.Select(item => KeyValuePair.Create(id(item), item)), StringComparer.Ordinal);
}
