using CiivSoft.Abstractions.Accounts;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class ConnectFormTests
{
    [Theory]
    [InlineData("Acme", "https://api.lever.co/v1", "", "u", "k", "The account's name")]
    [InlineData("acme", LeverAddresses.Own, "", "u", "k", "Lever's address")]
    [InlineData("acme", LeverAddresses.Own, "javascript:alert(1)", "u", "k", "Lever's address")]
    [InlineData("acme", LeverAddresses.Own, "https://key:@api.lever.co/v1", "u", "k", "Lever's address")]
    [InlineData("acme", "https://api.lever.co/v1", "", " ", "k", "The service user's id")]
    [InlineData("acme", "https://api.lever.co/v1", "", "u", "", "The API key is missing")]
    [InlineData("acme", "https://api.lever.co/v1", "", "u", "two words", "This is no API key")]
    public void The_first_thing_that_is_wrong_is_named(
        string name,
        string address,
        string own,
        string user,
        string key,
        string problem
    )
    {
        var form = new ConnectForm
        {
            Name = name,
            Address = address,
            OwnAddress = own,
            ServiceUser = user,
            Key = new SecretText(key),
        };

        form.Problem.ShouldNotBeNull().ShouldStartWith(problem);
        Should.Throw<InvalidOperationException>(() => form.Request(AccountMode.Shadow));
    }

    [Fact]
    public void What_is_pasted_with_blanks_around_it_is_taken_without_them()
    {
        var form = new ConnectForm
        {
            Name = "acme",
            Address = LeverAddresses.Own,
            OwnAddress = " http://127.0.0.1:4010/v1 ",
            ServiceUser = " u ",
            Key = new SecretText(" k\n"),
        };

        form.Request(AccountMode.Shadow)
            .ShouldBe(
                new ConnectRequest(
                    new Uri("http://127.0.0.1:4010/v1"),
                    new SecretText("k"),
                    "u",
                    AccountMode.Shadow,
                    ScanEvery: null
                )
            );
    }

    [Theory]
    [InlineData("https://api.eu.lever.co/v1", "https://api.eu.lever.co/v1", "")]
    [InlineData("http://127.0.0.1:4010/v1", LeverAddresses.Own, "http://127.0.0.1:4010/v1")]
    public void For_another_key_all_but_the_key_is_filled_in(string lever, string address, string own)
    {
        var form = ConnectForm.Again("acme", new Uri(lever), "u");

        (form.Address, form.OwnAddress, form.ServiceUser, form.Key.Value).ShouldBe((address, own, "u", ""));
    }
}
