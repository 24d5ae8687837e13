using System.Text.Json.Serialization;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Api;
using CiivSoft.Dashboard.Assets;
using CiivSoft.Dashboard.Components;
using CiivSoft.Dashboard.Counters;
using CiivSoft.Dashboard.Exports;
using CiivSoft.Dashboard.Live;
using CiivSoft.Dashboard.Security;
using CiivSoft.Dashboard.Views;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Dashboard;

namespace CiivSoft.Dashboard;

/// <summary>Web pages, admin API and health. Grains are reached through a client, the rest is read from the storage.</summary>
public static class DashboardServices
{
    /// <summary>Where Orleans' own dashboard is mounted, behind the login.</summary>
    public const string GrainDashboardPath = "/dashboard";

    private const string NotFoundPath = "/not-found";

    // What a page shows comes back, sealed, when its connection begins: a page of rows, or a long résumé. Only users who are
    // logged in have a connection.
    private const int MaxMessageBytes = 4 * 1024 * 1024;

    /// <summary>What is wrong with the settings of the login; null when nothing is.</summary>
    public static string? FindProblem(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return LoginOptions.Read(configuration).Problem;
    }

    /// <summary>
    /// Adds what the pages need. The storage and a grain factory must be there: a silo's, or that of a client.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Its section <see cref="LoginOptions.Section"/> is read.</param>
    public static IServiceCollection AddCiivSoftDashboard(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var login = LoginOptions.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<LoginOptions>(configuration.GetSection(LoginOptions.Section));
        services.AddLogin(login).AddPolicies();
        services.AddSingleton<CounterTotals>();
        services.AddSingleton<LiveBoard>().AddSingleton<GrainBoard>().AddScoped<Operations>().AddReaders();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(o => o.MaximumReceiveMessageSize = MaxMessageBytes);
        services.AddScoped<AuthenticationStateProvider, LoginWatch>().AddCascadingAuthenticationState();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
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

    /// <summary>Maps pages, login, admin API, health and the grain dashboard.</summary>
    /// <param name="app">The web application.</param>
    /// <param name="token">The admin token: bearer token of the API, with which links that log in are made.</param>
    public static void MapCiivSoftDashboard(this WebApplication app, string token)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        app.Services.GetRequiredService<AdminAccess>().Use(token);
        app.Services.GetRequiredService<CounterTotals>(); // Counts from here on.
        var login = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<LoginOptions>>().Value;
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseNotFoundPage();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapAssets();
        app.MapLogin(login.HasProvider);
        app.MapRefs();
        app.MapActivityExports();
        app.MapGroup("/api")
            .AddEndpointFilter(Refusals.OfUnavailableAsync)
            .MapAccounts()
            .MapExplain()
            .MapPostings()
            .MapPostingModes()
            .MapRequirements()
            .MapReplay()
            .MapCounters()
            .MapKeys()
            .MapDesk()
            .MapShadow()
            .MapAccountExport()
            .RequireAuthorization(Policies.Api);
        app.MapGrainDashboard(GrainDashboardPath);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'")
            .RequireAuthorization(Policies.Viewer);
    }

    // For people: a program that calls the API gets the bare status.
    private static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(NotFoundPath, createScopeForStatusCodePages: true);
        app.Use(
            (context, next) =>
            {
                if (
                    context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                    && context.Features.Get<IStatusCodePagesFeature>() is { } pages
                )
                {
                    pages.Enabled = false;
                }

                return next(context);
            }
        );
    }

    private static void AddReaders(this IServiceCollection services) =>
        services
            .AddSingleton<PersonNames>()
            .AddSingleton<AccountExport.Kept>()
            .AddSingleton<DecisionReader>()
            .AddSingleton<CandidateReader>()
            .AddSingleton<PostingReader>()
            .AddSingleton<QueueReader>()
            .AddSingleton<ShadowReader>();

    private static IServiceCollection AddLogin(this IServiceCollection services, LoginOptions login)
    {
        var builder = services
            .AddAuthentication(LoginSchemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(LoginSchemes.Bearer, null)
            .AddCookie(LoginSchemes.Cookie, CookieLogin.Configure);
        if (login.HasProvider)
        {
            builder.AddOpenIdLogin(login);
        }

        return services
            .AddSingleton<AdminAccess>()
            .AddSingleton<Sessions>()
            .AddSingleton<LoginLinks>()
            .AddHostedService<LoginLinkPrinter>();
    }
}
