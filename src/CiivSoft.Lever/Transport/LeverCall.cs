using System.Globalization;
using System.Text;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Transport;

/// <summary>A route with its ids, query and body filled in: what one request says.</summary>
internal sealed record LeverCall
{
    private readonly string _path;
    private readonly string _query = "";

    private LeverCall(LeverRoute route, string path)
    {
        Route = route;
        _path = path;
    }

    public LeverRoute Route { get; }

    /// <summary>JSON; null for reads.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Whether it asks for confidential records.</summary>
    public bool IsOfConfidential { get; init; }

    public static LeverCall To(LeverRoute route, params ReadOnlySpan<string> ids)
    {
        var path = new StringBuilder();
        var used = 0;
        foreach (var segment in route.Template.Split('/'))
        {
            var part = segment is LeverRoute.IdSegment ? LeverIds.Require(ids[used++], nameof(ids)) : segment;
            path.Append(path.Length > 0 ? "/" : "").Append(Uri.EscapeDataString(part));
        }

        return new LeverCall(route, path.ToString());
    }

    /// <summary>Adds a parameter; null adds nothing. The same name again means *or*.</summary>
    public LeverCall With(string name, string? value) =>
        value is null ? this : new(this, $"{name}={Uri.EscapeDataString(value)}");

    public LeverCall With(string name, bool? value) =>
        With(
            name,
            value switch
            {
                true => "true",
                false => "false",
                null => null,
            }
        );

    public LeverCall With(string name, DateTimeOffset? value) =>
        With(name, value?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public LeverCall With(string name, IReadOnlyList<string> values) =>
        values.Aggregate(this, (call, value) => call.With(name, value));

    public Uri Under(Uri baseUri) => new(baseUri, _query.Length > 0 ? $"{_path}?{_query}" : _path);

    /// <summary>The route: ids and query may be personal.</summary>
    public override string ToString() => Route.ToString();

    private LeverCall(LeverCall call, string parameter)
        : this(call)
    {
        _query = call._query.Length > 0 ? $"{call._query}&{parameter}" : parameter;
    }
}
