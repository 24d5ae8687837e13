using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CiivSoft.Lever.Tests;

public sealed class ConnectionTests
{
    private static readonly LeverApiKey Key = new("canary-4f1c9e7a");

    [Theory]
    [InlineData("https://api.lever.co", "https://api.lever.co/v1/")]
    [InlineData("https://api.lever.co/", "https://api.lever.co/v1/")]
    [InlineData("https://api.eu.lever.co/v1", "https://api.eu.lever.co/v1/")]
    [InlineData("https://api.sandbox.lever.co/v1/", "https://api.sandbox.lever.co/v1/")]
    [InlineData("http://127.0.0.1:5050", "http://127.0.0.1:5050/v1/")]
    [InlineData("http://simulator:8080/v1", "http://simulator:8080/v1/")]
    [InlineData("https://gateway.example/lever", "https://gateway.example/lever/v1/")]
    [InlineData("https://gateway.example/lever/v1", "https://gateway.example/lever/v1/")]
    [InlineData("https://gateway.example/xv1", "https://gateway.example/xv1/v1/")]
    public void An_address_is_completed(string given, string full) =>
        new LeverConnection(new Uri(given), Key, " user ").BaseUri.AbsoluteUri.ShouldBe(full);

    [Theory]
    [InlineData("http://api.lever.co/v1")]
    [InlineData("http://API.LEVER.CO")]
    [InlineData("ftp://api.lever.co/v1")]
    [InlineData("/v1")]
    [InlineData("https://key:x@api.lever.co/v1")]
    [InlineData("https://api.lever.co/v1?key=x")]
    [InlineData("https://api.lever.co/v1#x")]
    public void A_wrong_address_is_refused(string given) =>
        Should.Throw<ArgumentException>(() =>
            new LeverConnection(new Uri(given, UriKind.RelativeOrAbsolute), Key, "user")
        );

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("user:password")]
    [InlineData("schlüssel")]
    public void What_is_no_key_is_refused_without_repeating_it(string secret)
    {
        var e = Should.Throw<ArgumentException>(() => new LeverApiKey(secret));

        e.Message.ShouldBe("This is not a Lever API key. (Parameter 'secret')");
    }

    [Fact]
    public void A_key_shows_itself_nowhere()
    {
        var connection = new LeverConnection(new Uri("https://api.lever.co"), Key, "user");

        Key.ToString().ShouldBe("***");
        connection.ToString().ShouldBe("https://api.lever.co/v1/ as user");
        JsonSerializer.Serialize(connection).ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("ReadAttempts", "0", "ReadAttempts")]
    [InlineData("AttemptTimeout", "00:00:00", "AttemptTimeout")]
    [InlineData("WriteTimeout", "00:10:00", "WriteTimeout")]
    [InlineData("MaxAnswerBytes", "5", "MaxAnswerBytes")]
    [InlineData(
        "DownloadTimeout",
        "00:00:10",
        "Lever:DownloadTimeout (00:00:10) must not be shorter than Lever:AttemptTimeout (00:00:20)."
    )]
    [InlineData(
        "BaseDelay",
        "00:00:30",
        "Lever:MaxDelay (00:00:15) must not be shorter than Lever:BaseDelay (00:00:30)."
    )]
    public void A_wrong_setting_is_named(string name, string value, string message)
    {
        using var services = Services(new() { [$"Lever:{name}"] = value });

        var e = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<ILeverClientFactory>());

        e.Message.ShouldContain(message);
    }

    [Fact]
    public void Without_settings_the_defaults_are_right()
    {
        using var services = Services([]);

        var client = services
            .GetRequiredService<ILeverClientFactory>()
            .Create(new LeverConnection(new Uri("https://api.lever.co"), Key, "user"), new Support.TestPermits());

        client.ShouldNotBeNull();
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddLever(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
