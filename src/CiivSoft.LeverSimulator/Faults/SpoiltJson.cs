namespace CiivSoft.LeverSimulator.Faults;

/// <summary>JSON as the faults leave it.</summary>
internal static class SpoiltJson
{
    /// <summary>What a fault makes of the answer.</summary>
    public static ReadOnlyMemory<byte> Spoil(ReadOnlyMemory<byte> json, Fault fault) =>
        fault.Name switch
        {
            FaultNames.Malformed => Break(json, fault.Chance),
            FaultNames.BrokenRecord => BreakFirstRecord(json),
            _ => json,
        };

    // Cut off somewhere, or one byte in the structure made nonsense.
    private static ReadOnlyMemory<byte> Break(ReadOnlyMemory<byte> json, double chance)
    {
        var place = (int)(chance * (json.Length - 1));
        if (place % 2 == 0)
        {
            return json[..Math.Max(1, place)];
        }

        var spoilt = json.ToArray();
        spoilt[place] = (byte)'<';
        spoilt[0] = (byte)'<';
        return spoilt;
    }

    // The id has another name.
    private static ReadOnlyMemory<byte> BreakFirstRecord(ReadOnlyMemory<byte> json)
    {
        var start = "\"data\":[{\"id"u8;
        var place = json.Span.IndexOf(start);
        if (place < 0)
        {
            return json;
        }

        var spoilt = json.ToArray();
        spoilt[place + start.Length - 1] = (byte)'x';
        return spoilt;
    }
}
