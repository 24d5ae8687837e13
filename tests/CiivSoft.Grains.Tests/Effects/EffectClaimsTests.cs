using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Grains.Tests.Effects;

/// <summary>On the real store in a folder of its own, whose answers get lost when a test says so.</summary>
public sealed class EffectClaimsTests : IAsyncLifetime
{
    private const long Epoch = 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("ciivsoft-claims-").FullName;
    private readonly FakeTimeProvider _clock = new(Rows.Now);
    private readonly ServiceProvider _services;
    private readonly LosingAnswers<IEffectStore> _effects;
    private readonly EffectClaims _claims;

    public EffectClaimsTests()
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddCiivSoftStorage(new StorageOptions { DataFolder = _folder })
            .BuildServiceProvider();
        _effects = LosingAnswers.Before(_services.GetRequiredService<IEffectStore>());
        var times = new EffectTimes(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
        _claims = new EffectClaims(new AccountContext(Rows.Account, new MemoryState(), _clock, times), _effects.Store);
    }

    private IEffectStore Effects => _effects.Store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _services.GetRequiredService<StorageStartup>().PrepareAsync(Cancel);
        var accounts = _services.GetRequiredService<IAccountStore>();
        await accounts.SaveAsync(Rows.Account, new Uri("https://lever.test/v1"), "user", "key", Rows.Now, Cancel);
        (await accounts.TakeEpochAsync(Rows.Account, Cancel)).ShouldBe(Epoch);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_claim_whose_answer_is_lost_does_not_stay_in_hand()
    {
        await PlanAsync("o1");
        await LoseClaimAsync();

        var again = await _claims.TakeAsync(Epoch, Cancel);

        again.ShouldHaveSingleItem().State.ShouldBe(EffectState.Unknown, "nobody can tell that it was not sent");
        (await _claims.TakeAsync(Epoch, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_lane_works_on_stays_in_its_hand()
    {
        await PlanAsync("o1");
        var claimed = await _claims.TakeAsync(Epoch, Cancel);
        await PlanAsync("o2");
        await LoseClaimAsync();

        var again = await _claims.TakeAsync(Epoch, Cancel);

        again.ShouldHaveSingleItem().Subject.ShouldBe("o2");
        var first = await Effects.FindAsync(Rows.Account, claimed[0].EffectId, Cancel);
        first.ShouldNotBeNull().State.ShouldBe(EffectState.Sending);
    }

    [Fact]
    public async Task A_round_that_could_not_be_settled_is_read_back()
    {
        await PlanAsync("o1");
        var claimed = await _claims.TakeAsync(Epoch, Cancel);
        await Should.ThrowAsync<StorageException>(() =>
            _claims.LetGoAsync(claimed, () => throw new StorageException("The connection broke."))
        );

        var again = await _claims.TakeAsync(Epoch, Cancel);

        again.ShouldHaveSingleItem().State.ShouldBe(EffectState.Unknown);
    }

    [Fact]
    public async Task A_round_that_was_settled_is_let_go()
    {
        await PlanAsync("o1");
        var claimed = await _claims.TakeAsync(Epoch, Cancel);
        await LetGoAsync(claimed);
        await LoseClaimAsync();

        (await _claims.TakeAsync(Epoch, Cancel)).ShouldBeEmpty();
    }

    private async Task PlanAsync(string subject)
    {
        var effect = new EffectFactory(Rows.Account, TestKeys.Refs, isShadow: false, _clock.GetUtcNow()).Move(
            Rows.Decision(),
            subject
        );
        (await Effects.PlanAsync(Rows.Account, Epoch, [effect], Cancel)).ShouldBe(1);
    }

    private Task LetGoAsync(IReadOnlyList<EffectRow> claimed) =>
        _claims.LetGoAsync(
            claimed,
            () =>
                Effects.SettleAsync(
                    Rows.Account,
                    Epoch,
                    _clock.GetUtcNow(),
                    [.. claimed.Select(e => new EffectSettlement(e.EffectId, EffectState.Done))],
                    [],
                    Cancel
                )
        );

    private async Task LoseClaimAsync()
    {
        _effects.Next = nameof(IEffectStore.ClaimAsync);
        await Should.ThrowAsync<StorageException>(() => _claims.TakeAsync(Epoch, Cancel));
    }
}
