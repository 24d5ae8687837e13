using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Dashboard.Access;

/// <summary>
/// The policies by name. Those of the pages ask for a role, whatever the login; the admin API's takes the bearer token alone,
/// so that no page of another site can use a cookie for it.
/// </summary>
internal static class Policies
{
    public const string Viewer = Roles.Viewer;
    public const string Operator = Roles.Operator;
    public const string Admin = Roles.Admin;
    public const string Api = "api";

    /// <summary>The whole text of a résumé: of operators and admins. A viewer sees what a decision quotes of it.</summary>
    public const string ResumeText = "resume-text";

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All)
        {
            builder.AddPolicy(role, p => p.RequireAuthenticatedUser().RequireRole(Roles.AtLeast(role)));
        }

        builder.AddPolicy(
            Api,
            p => p.AddAuthenticationSchemes(LoginSchemes.Bearer).RequireAuthenticatedUser().RequireRole(Roles.Admin)
        );

        builder.AddPolicy(ResumeText, p => p.RequireAuthenticatedUser().RequireRole(Roles.AtLeast(Roles.Operator)));

        // For what carries no policy of its own, so that forgetting one shuts out rather than lets in.
        builder.SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Roles.Admin).Build()
        );
        return services;
    }
}
