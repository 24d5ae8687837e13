using CiivSoft.Grains.Postings;

namespace CiivSoft.Grains.Tests.Postings;

public sealed class SearchSlotsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_too_many_waits_and_the_first_of_them_is_next()
    {
        var slots = new SearchSlots(2);
        using var first = await slots.TakeAsync(Token);
        using var second = await slots.TakeAsync(Token);
        var third = slots.TakeAsync(Token);
        var fourth = slots.TakeAsync(Token);
        third.IsCompleted.ShouldBeFalse();

        second.Dispose();

        using var slot = await third;
        fourth.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await fourth).Dispose();
    }

    [Fact]
    public async Task A_slot_is_freed_once_however_often_it_is_disposed_of()
    {
        var slots = new SearchSlots(1);
        var slot = await slots.TakeAsync(Token);
        slot.Dispose();
        slot.Dispose();

        using var held = await slots.TakeAsync(Token);
        slots.TakeAsync(Token).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nothing()
    {
        var slots = new SearchSlots(1);
        using var givesUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var held = await slots.TakeAsync(Token);
        var waits = slots.TakeAsync(givesUp.Token);

        await givesUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waits);
        held.Dispose();
        (await slots.TakeAsync(Token)).Dispose();
    }

    [Fact]
    public async Task A_silo_always_has_one()
    {
        var slots = SearchSlots.OfThisMachine();

        (await slots.TakeAsync(Token)).Dispose();
    }
}
