using System.Collections.Immutable;
using CiivSoft.Abstractions.Candidates;

namespace CiivSoft.Grains.Accounts;

/// <summary>What others ask about the pipeline.</summary>
internal sealed partial class AccountGrain
{
    public Task<ImmutableArray<StageInfo>> GetStagesAsync() => Task.FromResult(_account.State.Stages);
}
