using CiivSoft.Grains.Connections;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Grains.Tests.Connections;

public sealed class GrainPermitsTests
{
    private readonly FakeTimeProvider _clock = new();

    public static TheoryData<Exception> Silences =>
        [new OrleansException("refused"), new SiloUnavailableException("dead"), new TimeoutException()];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_permit_is_asked_for_again_until_the_account_is_awake_elsewhere(Exception silence)
    {
        var account = AbsentAccount.For(times: 6, silence);

        await PassAsync(() => WaitAsync(account, CancellationToken.None));

        account.Asked.ShouldBe(7);
    }

    [Fact]
    public async Task An_account_that_stays_away_is_given_up()
    {
        var account = AbsentAccount.For(int.MaxValue, new SiloUnavailableException("dead"));
        var begun = _clock.GetUtcNow();

        await Should.ThrowAsync<SiloUnavailableException>(() =>
            PassAsync(() => WaitAsync(account, CancellationToken.None))
        );

        (_clock.GetUtcNow() - begun).TotalSeconds.ShouldBeInRange(15, 16);
    }

    [Fact]
    public async Task What_the_account_itself_fails_for_is_not_asked_again()
    {
        var account = AbsentAccount.For(1, new InvalidOperationException("not connected"));

        await Should.ThrowAsync<InvalidOperationException>(() => WaitAsync(account, CancellationToken.None));

        account.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_gives_up_waits_no_longer()
    {
        using var cancelled = new CancellationTokenSource();
        var account = AbsentAccount.For(int.MaxValue, new TimeoutException());

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var waiting = WaitAsync(account, cancelled.Token);
            await cancelled.CancelAsync();
            await waiting;
        });
    }

    private Task WaitAsync(AbsentAccount account, CancellationToken cancellationToken) =>
        new GrainPermits(account.Grain, _clock).WaitAsync(LeverPriority.Backfill, cancellationToken).AsTask();

    private async Task PassAsync(Func<Task> wait)
    {
        var waiting = wait();
        while (!waiting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }

        await waiting;
    }
}
