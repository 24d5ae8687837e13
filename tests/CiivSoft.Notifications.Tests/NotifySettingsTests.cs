using CiivSoft.Notifications.Mail;
using CiivSoft.Notifications.Tests.Support;
using CiivSoft.Notifications.Webhooks;

namespace CiivSoft.Notifications.Tests;

public sealed class NotifySettingsTests
{
    [Fact]
    public void By_default_nobody_is_told()
    {
        var settings = new NotifySettings();

        settings.Problem.ShouldBeNull();
        settings.Covers("acme").ShouldBeFalse();
        settings.PageOf("acme").ShouldBeNull();
    }

    [Fact]
    public void Named_accounts_are_told_of_and_no_other()
    {
        var settings = Mail();
        settings.Covers("acme").ShouldBeTrue();

        settings.Accounts = "beta, Acme";

        settings.Covers("acme").ShouldBeTrue();
        settings.Covers("gamma").ShouldBeFalse();
        settings.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:4000/hooks", true)]
    [InlineData("https://hooks.example.com/x", true)]
    [InlineData("http://hooks.example.com/x", false)]
    [InlineData("https://user:pass@hooks.example.com/x", false)]
    [InlineData("hooks", false)]
    public void A_webhook_is_encrypted_but_on_this_machine(string address, bool isUsable)
    {
        var settings = Hook(address, Samples.Secret);

        (settings.Problem is null).ShouldBe(isUsable);
        settings.SendsWebhook.ShouldBe(isUsable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("secret")]
    public void A_webhook_needs_a_secret_which_the_message_does_not_repeat(string? secret)
    {
        var problem = Hook("https://hooks.example.com", secret).Problem.ShouldNotBeNull();

        problem.ShouldContain("CIIVSOFT__NOTIFY__WEBHOOK__SECRET");
        problem.ShouldNotContain("'secret'");
    }

    [Fact]
    public void A_wrong_setting_is_named()
    {
        Mail(s => s.To = "ada").Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__TO");
        Mail(s => s.DigestHour = 24).Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__DIGESTHOUR");
        Mail(s => s.Dashboard = "here").Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__DASHBOARD");
        Mail(s => s.Smtp.Host = null).Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__SMTP__HOST");
        Mail(s => s.Smtp.Port = 0).Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__SMTP__PORT");
        Mail(s => s.Smtp.From = "CiivSoft").Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__SMTP__FROM");
        Mail(s => s.Smtp.User = "u").Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__SMTP__USER");
        Mail(s => s.Smtp.PasswordFile = "/no/such").Problem.ShouldNotBeNull().ShouldContain("PASSWORDFILE");
    }

    [Fact]
    public void A_password_goes_out_encrypted_but_to_this_machine()
    {
        void Login(NotifySettings s) => (s.Smtp.User, s.Smtp.Password, s.Smtp.Tls) = ("u", "p", SmtpTls.None);

        Mail(Login).Problem.ShouldNotBeNull().ShouldContain("CIIVSOFT__NOTIFY__SMTP__TLS");
        Mail(s =>
        {
            Login(s);
            s.Smtp.Host = "localhost";
        })
            .Problem.ShouldBeNull();
    }

    [Fact]
    public void Links_lead_to_the_account_s_page()
    {
        var settings = new NotifySettings { Dashboard = "https://ciivsoft.example/x/" };

        settings.PageOf("acme").ShouldBe(new Uri("https://ciivsoft.example/x/accounts/acme"));
    }

    private static NotifySettings Mail(Action<NotifySettings>? change = null)
    {
        var settings = new NotifySettings
        {
            To = "ada@example.com",
            Smtp = new SmtpSettings { Host = "mail.example.com", From = "ciivsoft@example.com" },
        };
        change?.Invoke(settings);
        return settings;
    }

    private static NotifySettings Hook(string url, string? secret) =>
        new()
        {
            Webhook = new WebhookSettings { Url = url, Secret = secret },
        };
}
