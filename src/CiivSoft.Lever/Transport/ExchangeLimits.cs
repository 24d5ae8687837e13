namespace CiivSoft.Lever.Transport;

/// <summary>What one attempt may take.</summary>
/// <param name="Timeout">From the first byte sent to the last byte read; waiting for a permit does not count.</param>
/// <param name="MaxBytes">Of the body, decompressed.</param>
/// <param name="IsDownload">A file instead of JSON: it may come from another host, which never gets the key.</param>
internal readonly record struct ExchangeLimits(TimeSpan Timeout, long MaxBytes, bool IsDownload);
