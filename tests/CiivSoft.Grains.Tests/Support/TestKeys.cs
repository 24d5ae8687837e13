using CiivSoft.Storage;
using CiivSoft.Storage.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>Keys that are the same in every run; no file is made for them.</summary>
internal static class TestKeys
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddCiivSoftStorage(new StorageOptions { Keys = "1:" + Convert.ToBase64String(new byte[32]) })
        .BuildServiceProvider();

    public static MarkerKey Refs { get; } = Services.GetRequiredService<MarkerKey>();

    public static PersonKeys Persons { get; } = Services.GetRequiredService<PersonKeys>();
}
