using System.Security.Claims;
using CiivSoft.Dashboard.Access;
using Microsoft.Extensions.Configuration;

namespace CiivSoft.Dashboard.Tests.Access;

public sealed class OpenIdLoginTests
{
    private static readonly LoginOptions Options = new();

    [Theory]
    [InlineData("ciivsoft-viewer", "viewer")]
    [InlineData("ciivsoft-operator", "operator")]
    [InlineData("ciivsoft-admin", "admin")]
    public void A_role_of_the_provider_is_a_role_here(string theirs, string ours)
    {
        var user = OpenIdLogin.Translate(User(("sub", "1"), ("roles", "staff"), ("roles", theirs)), Options);

        user.ShouldNotBeNull().FindAll(ClaimTypes.Role).Select(c => c.Value).ShouldBe([ours]);
    }

    [Fact]
    public void The_highest_of_several_roles_counts() =>
        OpenIdLogin
            .Translate(User(("roles", "ciivsoft-viewer"), ("roles", "ciivsoft-admin")), Options)
            .ShouldNotBeNull()
            .IsInRole(Roles.Admin)
            .ShouldBeTrue();

    [Fact]
    public void Who_has_no_role_here_is_nobody() =>
        OpenIdLogin
            .Translate(User(("sub", "1"), ("roles", "admin"), ("role", "ciivsoft-admin")), Options)
            .ShouldBeNull();

    [Fact]
    public void Accounts_come_from_their_claim_alone()
    {
        var user = OpenIdLogin
            .Translate(
                User(("roles", "ciivsoft-viewer"), ("ciivsoft_accounts", "acme beta"), (Users.AccountClaim, "*")),
                Options
            )
            .ShouldNotBeNull();

        user.MaySee("acme").ShouldBeTrue();
        user.MaySee("beta").ShouldBeTrue();
        user.MaySee("gamma").ShouldBeFalse();
    }

    [Fact]
    public void Without_the_claim_no_account_is_seen() =>
        OpenIdLogin
            .Translate(User(("roles", "ciivsoft-admin")), Options)
            .ShouldNotBeNull()
            .MaySee("acme")
            .ShouldBeFalse();

    [Fact]
    public void Only_name_role_and_accounts_are_kept()
    {
        var user = OpenIdLogin.Translate(
            User(("roles", "ciivsoft-viewer"), ("email", "ada@example.org"), ("preferred_username", "ada")),
            Options
        );

        user.ShouldNotBeNull().Claims.Select(c => c.Value).ShouldBe(["ada", "viewer"]);
    }

    [Fact]
    public void A_provider_without_client_id_is_named_with_the_remedy()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("CiivSoft:Login:Authority", "https://login.example")])
            .Build();

        DashboardServices.FindProblem(configuration).ShouldNotBeNull().ShouldContain("CIIVSOFT__LOGIN__CLIENTID");
    }

    private static ClaimsPrincipal User(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(c => new Claim(c.Type, c.Value)), "test"));
}
