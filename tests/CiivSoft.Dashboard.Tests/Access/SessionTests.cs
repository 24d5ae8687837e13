using System.Reflection;
using System.Security.Claims;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;

namespace CiivSoft.Dashboard.Tests.Access;

public sealed class SessionTests
{
    private readonly Clock _clock = new();
    private readonly Sessions _sessions;

    public SessionTests() => _sessions = new Sessions(_clock);

    [Fact]
    public void A_login_that_was_ended_is_over_and_another_one_of_the_same_user_is_not()
    {
        var (here, there) = (LogIn(), LogIn());

        _sessions.End(here);

        _sessions.IsOver(here).ShouldBeTrue();
        _sessions.IsOver(there).ShouldBeFalse();
    }

    [Fact]
    public void A_login_is_over_at_its_end_which_is_set_anew_with_every_page()
    {
        var user = LogIn();
        Sessions.EndAt(user, _clock.GetUtcNow().AddHours(1));
        Sessions.EndAt(user, _clock.GetUtcNow().AddHours(2));

        _clock.Now += TimeSpan.FromHours(1.5);
        _sessions.IsOver(user).ShouldBeFalse();
        _clock.Now += TimeSpan.FromHours(0.5);
        _sessions.IsOver(user).ShouldBeTrue();
    }

    [Fact]
    public async Task An_open_page_has_no_user_any_more_when_the_login_ends()
    {
        var user = LogIn();
        using var watch = new LoginWatch(_sessions, NullLoggerFactory.Instance)
        {
            Interval = TimeSpan.FromMilliseconds(10),
        };
        watch.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        var changed = new TaskCompletionSource<Task<AuthenticationState>>();
        watch.AuthenticationStateChanged += changed.SetResult;
        (await watch.GetAuthenticationStateAsync()).User.ShouldBeSameAs(user);

        _sessions.End(user);

        var state = await await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        state.User.Identity!.IsAuthenticated.ShouldBeFalse();
    }

    // Without a policy of its own a page that is open already would be shown to nobody as to somebody.
    [Fact]
    public void Every_page_asks_for_a_role_or_for_none_itself() =>
        typeof(Routes)
            .Assembly.GetTypes()
            .Where(t => t.IsDefined(typeof(RouteAttribute)) && t != typeof(NotFound))
            .ShouldAllBe(t => t.IsDefined(typeof(AuthorizeAttribute)) || t.IsDefined(typeof(AllowAnonymousAttribute)));

    private static ClaimsPrincipal LogIn()
    {
        var user = Users.LocalAdmin(LoginSchemes.Cookie);
        Sessions.Begin(user);
        return user;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
