using System.Text.Json.Serialization;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Api;
using CiivSoft.Dashboard.Counters;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Dashboard;

namespace CiivSoft.Dashboard;

/// <summary>Web pages, admin API and health of a silo.</summary>
public static class DashboardServices
{
    /// <summary>Where Orleans' own dashboard is mounted, behind the login.</summary>
    public const string GrainDashboardPath = "/dashboard";

    /// <summary>Adds what the pages need. Everything asks for a login unless it stands on the short public list.</summary>
    public static IServiceCollection AddCiivSoftDashboard(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services
            .AddAuthentication(TokenLogin.Scheme)
            .AddPolicyScheme(TokenLogin.Scheme, "Token or cookie", o => o.ForwardDefaultSelector = TokenLogin.Select)
            .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(TokenLogin.BearerScheme, null)
            .AddCookie(TokenLogin.CookieScheme, TokenLogin.Configure);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddSingleton<AdminAccess>();
        services.AddSingleton<CounterTotals>();
        services.AddProblemDetails();
        services.Configure<DashboardOptions>(o => o.HideTrace = true);
        return services;
    }

    /// <summary>Adds what health needs of the storage. A silo without pages needs nothing more of this project.</summary>
    public static IServiceCollection AddCiivSoftHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", tags: [HealthTags.Ready]);
        return services;
    }

    /// <summary>Maps health alone.</summary>
    public static void MapCiivSoftHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealth();
    }

    /// <summary>Maps login, admin API, health and the grain dashboard.</summary>
    /// <param name="app">The web application.</param>
    /// <param name="token">The admin token, as bearer token of the API and for the login link.</param>
    public static void MapCiivSoftDashboard(this WebApplication app, string token)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        app.Services.GetRequiredService<AdminAccess>().Use(token);
        app.Services.GetRequiredService<CounterTotals>(); // Counts from here on.
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapLogin();
        app.MapGroup("/api").MapAccounts().MapExplain().MapPostings().MapCounters();
        app.MapOrleansDashboard(routePrefix: GrainDashboardPath).RequireAuthorization();
        app.MapGet("/", () => Results.Redirect(GrainDashboardPath));
    }
}
