using CiivSoft.Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Orleans.Dashboard;

namespace CiivSoft.Dashboard;

/// <summary>
/// Orleans' own dashboard, built when somebody first opens it: its pages and their source maps take 20 MB of memory, which a
/// silo that nobody looks at need not hold.
/// </summary>
internal static class GrainDashboard
{
    /// <summary>Maps everything under the path, for admins alone.</summary>
    public static void MapGrainDashboard(this WebApplication app, string path)
    {
        var pages = new Lazy<RequestDelegate>(() => Build(app.Services, path));
        app.Map(
                $"{path}/{{**rest}}",
                context =>
                {
                    context.SetEndpoint(null); // Its own routes are looked for next.
                    return pages.Value(context);
                }
            )
            .RequireAuthorization(Policies.Admin);
    }

    private static RequestDelegate Build(IServiceProvider services, string path)
    {
        var pages = new ApplicationBuilder(services);
        pages.UseRouting();
        // Asked for above already; here it says so of each route.
        pages.UseEndpoints(e => e.MapOrleansDashboard(routePrefix: path).RequireAuthorization(Policies.Admin));
        return pages.Build();
    }
}
