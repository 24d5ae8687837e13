using System.Text;
using System.Web;

namespace CiivSoft.Simulation.Lever;

/// <summary>A request as Lever gets it.</summary>
internal sealed record LeverRequest(
    string Host,
    string Method,
    string[] Path,
    ILookup<string, string> Query,
    string Body,
    string Key
)
{
    public bool IsWrite => Method != "GET";

    public string Line => $"{Method} /{string.Join('/', Path)}";

    public static LeverRequest Of(HttpRequestMessage request)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
        var query = HttpUtility.ParseQueryString(uri.Query);
        var values = query.AllKeys.OfType<string>().SelectMany(k => (query.GetValues(k) ?? []).Select(v => (k, v)));
        using var reader = new StreamReader(request.Content?.ReadAsStream() ?? Stream.Null, Encoding.UTF8);
        var key = request.Headers.Authorization?.Parameter is { } basic
            ? Encoding.UTF8.GetString(Convert.FromBase64String(basic)).TrimEnd(':')
            : "";
        return new LeverRequest(
            uri.Host,
            request.Method.Method,
            uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..],
            values.ToLookup(p => p.k, p => p.v),
            reader.ReadToEnd(),
            key
        );
    }

    public long? Ms(string name) => Query[name].Select(long.Parse).Cast<long?>().FirstOrDefault();
}

/// <summary>An answer of Lever.</summary>
internal sealed record LeverReply(int Status, byte[] Body)
{
    public static LeverReply Error(int status, string code, string message = "") =>
        new(status, Encoding.UTF8.GetBytes($$"""{"code":"{{code}}","message":"{{message}}"}"""));
}
