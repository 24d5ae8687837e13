using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CiivSoft.Dashboard.Tests.Hosting;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Dashboard.Tests.Access;

/// <summary>What the admin API says to what cannot be done: a sentence for people, without names of our code.</summary>
public sealed class AdminApiTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("undo", "Undo covers an action, a posting or a run.")]
    [InlineData("undo/list", "Undo covers an action, a posting or a run.")]
    [InlineData("rerun", "A rerun names an opportunity or a posting.")]
    public async Task An_argument_that_makes_no_sense_is_refused_in_words_for_people(string what, string title)
    {
        using var operators = Operators();

        using var answer = await operators.PostAsJsonAsync($"/api/accounts/acme/{what}", new { }, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TitleAsync(answer)).ShouldBe(title);
    }

    [Fact]
    public async Task Whether_anything_is_kept_of_a_contact_is_told_without_erasing_it()
    {
        var account = await host.ConnectAsync("kept");
        var contact = new ContactRow
        {
            ContactId = "c1",
            PersonKey = "c1",
            PersonJson = "{}",
        };
        await host.Get<IMirrorStore>().SaveAsync(account, 1, new ScanSave { Contacts = [contact] }, Cancel);
        using var operators = Operators();

        using var known = await operators.GetAsync(Address("/api/accounts/kept/contacts/c1"), Cancel);
        using var unknown = await operators.GetAsync(Address("/api/accounts/kept/contacts/c2"), Cancel);
        using var nowhere = await operators.GetAsync(Address("/api/accounts/No_Name/contacts/c1"), Cancel);

        known.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TitleAsync(unknown)).ShouldBe("Nothing is kept of a contact 'c2' in account 'kept'.");
        (await TitleAsync(nowhere)).ShouldBe("There is no account 'No_Name'.");
    }

    [Fact]
    public async Task Going_live_is_refused_with_every_reason_and_its_remedy()
    {
        using var operators = Operators();

        using var ready = await operators.PostAsJsonAsync(
            "/api/accounts/ready/go-live",
            new { applyShadow = false },
            Cancel
        );
        using var refused = await operators.PostAsJsonAsync(
            $"/api/accounts/{TestAccountGrain.NotReady}/go-live",
            new { applyShadow = false },
            Cancel
        );

        ready.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        problem.ShouldNotBeNull();
        problem["title"]
            ?.GetValue<string>()
            .ShouldBe("Account 'not-ready' stays in shadow. There is no stage. The key is refused.");
        problem["detail"]?.GetValue<string>().ShouldBe("Add one.\nMake another.");
    }

    [Fact]
    public async Task What_an_account_that_is_not_connected_cannot_do_is_a_conflict_that_says_so()
    {
        using var operators = Operators();

        using var refused = await operators.PostAsync(
            Address($"/api/accounts/{TestAccountGrain.NotConnected}/scan"),
            null,
            Cancel
        );

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TitleAsync(refused)).ShouldBe("Account 'not-connected' is not connected.");
    }

    private HttpClient Operators()
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", DashboardHost.Token);
        return client;
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static async Task<string?> TitleAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))?["title"]?.GetValue<string>();
}
