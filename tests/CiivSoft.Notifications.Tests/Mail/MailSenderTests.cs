using CiivSoft.Notifications.Mail;
using CiivSoft.Notifications.Tests.Support;
using MimeKit;

namespace CiivSoft.Notifications.Tests.Mail;

/// <summary>Whole conversations with a mail server on this machine.</summary>
public sealed class MailSenderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_reaches_every_recipient_with_its_id_subject_and_text()
    {
        await using var server = SmtpListener.Start();

        (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBe(Delivery.Sent.Value);

        var message = Read(server.Messages.ShouldHaveSingleItem());
        message.Subject.ShouldBe("[CiivSoft acme] Lever refuses the API key");
        message.MessageId.ShouldBe("msg_0123456789abcdef@example.com");
        message.From.ToString().ShouldBe("ciivsoft@example.com");
        message.To.ToString().ShouldBe("ada@example.com, bob@example.com");
        message.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        message.TextBody.ShouldNotBeNull().ShouldContain("Make a new one & connect again – nothing is lost.");
        message.TextBody.ShouldContain("https://ciivsoft.example/accounts/acme");
        server.Told.Where(t => t.StartsWith("RCPT", StringComparison.Ordinal)).Count().ShouldBe(2);
        server.Told.ShouldNotContain("AUTH");
    }

    [Fact]
    public async Task The_connection_is_encrypted_before_the_login()
    {
        await using var server = SmtpListener.Start(offersStartTls: true);

        (await Sender(server, SmtpTls.StartTls, withLogin: true).SendAsync(Samples.Alert, Cancel)).ShouldBe(
            Delivery.Sent.Value
        );

        server.Encrypted.ShouldBe([true]);
        server.Told.TakeWhile(t => t != "AUTH").ShouldContain("STARTTLS");
    }

    [Fact]
    public async Task Or_from_the_first_byte()
    {
        await using var server = SmtpListener.Start(isImplicit: true);

        (await Sender(server, SmtpTls.Implicit, withLogin: true).SendAsync(Samples.Alert, Cancel)).ShouldBe(
            Delivery.Sent.Value
        );

        server.Encrypted.ShouldBe([true]);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_taken()
    {
        await using var server = SmtpListener.Start(isImplicit: true);
        var sender = new MailSender(Settings(server, SmtpTls.Implicit, withLogin: true));

        var failed = (await sender.SendAsync(Samples.Alert, Cancel)).ShouldBeOfType<Delivery.Failed>();

        failed.Reason.ShouldContain("certificate");
        server.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_cannot_encrypt_gets_nothing()
    {
        await using var server = SmtpListener.Start();

        var delivery = await Sender(server, SmtpTls.StartTls, withLogin: true).SendAsync(Samples.Alert, Cancel);

        delivery.ShouldBeOfType<Delivery.Failed>().Reason.ShouldContain("StartTls");
        server.Messages.ShouldBeEmpty();
        server.Told.ShouldNotContain("AUTH");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_never_repeated()
    {
        await using var server = SmtpListener.Start(offersStartTls: true);
        var settings = Settings(server, SmtpTls.StartTls, withLogin: true);
        settings.Smtp.Password = "wrong pony";

        var failed = (await Trusting(settings).SendAsync(Samples.Alert, Cancel)).ShouldBeOfType<Delivery.Failed>();

        failed.Reason.ShouldBe("The mail server refused the login.");
        failed.Words.ShouldNotBeNull().ShouldNotContain("pony");
    }

    [Fact]
    public async Task A_password_is_read_from_its_file_and_a_missing_file_is_told()
    {
        await using var server = SmtpListener.Start(offersStartTls: true);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, SmtpListener.Password + "\n", Cancel);
        var settings = Settings(server, SmtpTls.StartTls, withLogin: true);
        (settings.Smtp.Password, settings.Smtp.PasswordFile) = (null, file);

        var taken = await Trusting(settings).SendAsync(Samples.Alert, Cancel);
        File.Delete(file);
        var failed = await Trusting(settings).SendAsync(Samples.Alert, Cancel);

        taken.ShouldBe(Delivery.Sent.Value);
        failed.ShouldBeOfType<Delivery.Failed>().Reason.ShouldBe("The file with the password cannot be read.");
    }

    [Fact]
    public async Task An_address_that_is_refused_does_not_keep_it_from_the_others()
    {
        await using var server = SmtpListener.Start(unknown: "ada@example.com");

        (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBe(Delivery.Sent.Value);

        server.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task With_no_address_left_it_failed()
    {
        await using var server = SmtpListener.Start(unknown: "example.com");

        (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBeOfType<Delivery.Failed>();
    }

    [Fact]
    public async Task A_message_that_is_refused_in_passing_failed_and_goes_through_the_next_time()
    {
        await using var server = SmtpListener.Start();
        server.AnswersData = "451 greylisted, come back";
        var failed = (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBeOfType<Delivery.Failed>();
        failed.Reason.ShouldContain("451");

        server.AnswersData = null;

        (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBe(Delivery.Sent.Value);
        server.Messages.Select(m => Read(m).MessageId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_it_took_the_message_has_it()
    {
        await using var server = SmtpListener.Start(hangsUp: true);

        (await Sender(server).SendAsync(Samples.Alert, Cancel)).ShouldBe(Delivery.Sent.Value);
    }

    [Fact]
    public async Task Where_nobody_listens_it_failed()
    {
        var settings = new NotifySettings();
        await using (var server = SmtpListener.Start())
        {
            settings = Settings(server, SmtpTls.None, withLogin: false);
        }

        var delivery = await new MailSender(settings).SendAsync(Samples.Alert, Cancel);

        delivery.ShouldBeOfType<Delivery.Failed>().Reason.ShouldBe("The mail server cannot be reached.");
    }

    private static MimeMessage Read(string text) =>
        MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Cancel);

    private static MailSender Sender(SmtpListener server, SmtpTls tls = SmtpTls.None, bool withLogin = false)
    {
        var hash = server.Certificate.GetCertHashString();
        return new MailSender(Settings(server, tls, withLogin)) { Trusts = c => c?.GetCertHashString() == hash };
    }

    private static MailSender Trusting(NotifySettings settings) => new(settings) { Trusts = _ => true };

    private static NotifySettings Settings(SmtpListener server, SmtpTls tls, bool withLogin) =>
        new()
        {
            To = "ada@example.com, bob@example.com",
            Smtp = new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Tls = tls,
                From = "ciivsoft@example.com",
                User = withLogin ? SmtpListener.User : null,
                Password = withLogin ? SmtpListener.Password : null,
            },
        };
}
