using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CiivSoft.Lever;

/// <summary>Adds the client to an application.</summary>
public static class LeverServices
{
    /// <summary>
    /// Adds <see cref="ILeverClientFactory"/> with <see cref="LeverOptions"/> from the section <c>Lever</c>, checked at start.
    /// A <see cref="TimeProvider"/> and a <see cref="Random"/> of the application are used when there are any.
    /// </summary>
    public static IServiceCollection AddLever(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<LeverOptions>().Bind(configuration.GetSection(LeverOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LeverOptions>, LeverOptionsValidator>();
        services.AddSingleton<IValidateOptions<LeverOptions>, LeverTimesValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Random>(_ => new Random());
        services.TryAddSingleton<ILeverClientFactory, LeverClientFactory>();
        return services;
    }
}
