using CiivSoft.Notifications.Messages;
using CiivSoft.Notifications.Tests.Support;
using CiivSoft.Notifications.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Notifications.Tests.Webhooks;

/// <summary>Messages over real HTTP.</summary>
public sealed class WebhookSenderTests
{
    private static readonly string Body = NoticeJson.Write(Samples.Alert);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_posted_signed_and_byte_for_byte()
    {
        await using var receiver = await Receiver.StartAsync();
        using var sender = Sender(receiver.Address);

        (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBe(Delivery.Sent.Value);

        var taken = receiver.Taken.ShouldHaveSingleItem();
        taken.Path.ShouldBe("/hooks");
        taken.Id.ShouldBe("msg_1");
        taken.Body.ShouldBe(Body);
        taken.ContentType.ShouldStartWith("application/json");
        taken.IsSignedWith(Samples.Secret, _clock.GetUtcNow()).ShouldBeTrue();
        taken.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[24]), _clock.GetUtcNow()).ShouldBeFalse();
        (taken with { Body = Body + " " }).IsSignedWith(Samples.Secret, _clock.GetUtcNow()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_repeat_has_the_same_id_and_its_own_time()
    {
        await using var receiver = await Receiver.StartAsync();
        using var sender = Sender(receiver.Address);
        receiver.AnswersOnce(500);

        (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBeOfType<Delivery.Failed>();
        _clock.Advance(TimeSpan.FromMinutes(30));
        (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBe(Delivery.Sent.Value);

        var (first, second) = (receiver.Taken.First(), receiver.Taken.Last());
        second.Id.ShouldBe(first.Id);
        second.Body.ShouldBe(first.Body);
        second.Timestamp.ShouldNotBe(first.Timestamp);
        second.IsSignedWith(Samples.Secret, _clock.GetUtcNow()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Whatever_is_no_success_is_tried_again_and_nobody_is_followed_elsewhere(int status)
    {
        await using var receiver = await Receiver.StartAsync();
        using var sender = Sender(receiver.Address);
        receiver.AnswersOnce(
            status,
            r =>
            {
                r.Headers.Location = "/elsewhere";
                r.Headers.RetryAfter = "120";
            }
        );

        var failed = (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBeOfType<Delivery.Failed>();

        failed.Reason.ShouldContain($"{status}");
        failed.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
        receiver.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_410_nothing_more_is_wanted()
    {
        await using var receiver = await Receiver.StartAsync();
        using var sender = Sender(receiver.Address);
        receiver.AnswersOnce(410);

        (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBeOfType<Delivery.Gone>();
    }

    [Fact]
    public async Task Where_nobody_listens_it_failed()
    {
        Uri address;
        await using (var receiver = await Receiver.StartAsync())
        {
            address = receiver.Address;
        }

        using var sender = Sender(address);

        var failed = (await sender.SendAsync("msg_1", Body, Cancel)).ShouldBeOfType<Delivery.Failed>();
        failed.Reason.ShouldBe("The webhook cannot be reached.");
    }

    [Fact]
    public async Task The_secret_is_read_anew_from_its_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, Samples.Secret + "\n", Cancel);
        await using var receiver = await Receiver.StartAsync();
        using var sender = new WebhookSender(
            new WebhookSettings { Url = receiver.Address.AbsoluteUri, SecretFile = file },
            _clock
        );
        await sender.SendAsync("msg_1", Body, Cancel);
        var next = "whsec_" + Convert.ToBase64String(new byte[32]);
        await File.WriteAllTextAsync(file, next, Cancel);
        await sender.SendAsync("msg_2", Body, Cancel);
        File.Delete(file);

        receiver.Taken.First().IsSignedWith(Samples.Secret, _clock.GetUtcNow()).ShouldBeTrue();
        receiver.Taken.Last().IsSignedWith(next, _clock.GetUtcNow()).ShouldBeTrue();
        (await sender.SendAsync("msg_3", Body, Cancel)).ShouldBeOfType<Delivery.Failed>();
    }

    private WebhookSender Sender(Uri address) =>
        new(new WebhookSettings { Url = address.AbsoluteUri, Secret = Samples.Secret }, _clock);
}
