using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Accounts;

/// <summary>Refusals of the key (401) since it last worked. Disconnected = three times over five minutes (design.md, 5).</summary>
[GenerateSerializer]
[Alias("ciivsoft.KeyTrouble")]
internal sealed record KeyTrouble([property: Id(0)] DateTimeOffset Since, [property: Id(1)] int Refusals)
{
    private const int RefusalsToDisconnect = 3;
    private static readonly TimeSpan TimeToDisconnect = TimeSpan.FromMinutes(5);

    public static KeyTrouble After(KeyTrouble? trouble, DateTimeOffset now) =>
        trouble is null ? new KeyTrouble(now, 1) : trouble with { Refusals = trouble.Refusals + 1 };

    public ConnectionStatus StatusAt(DateTimeOffset now) =>
        Refusals >= RefusalsToDisconnect && now - Since >= TimeToDisconnect
            ? ConnectionStatus.Disconnected
            : ConnectionStatus.Suspect;
}
