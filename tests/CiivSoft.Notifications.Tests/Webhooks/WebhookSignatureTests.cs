using CiivSoft.Notifications.Tests.Support;
using CiivSoft.Notifications.Webhooks;

namespace CiivSoft.Notifications.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void It_is_that_of_the_specification_s_own_example()
    {
        // From the reference libraries of Standard Webhooks.
        var key = WebhookSecret.Decode(Samples.Secret).ShouldNotBeNull();

        WebhookSignature
            .Sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}""")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_", false)]
    [InlineData("whsec_no base64", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData(Samples.Secret, true)]
    public void A_secret_has_a_prefix_and_bytes_enough(string? secret, bool isUsable) =>
        WebhookSecret.IsUsable(secret).ShouldBe(isUsable);
}
