namespace CiivSoft.LeverSimulator.Api;

internal sealed class RouteTable
{
    private readonly ILookup<(string Method, int Length), Route> _routes;

    /// <param name="routes">Where two fit, the first one answers.</param>
    public RouteTable(IEnumerable<Route> routes)
    {
        All = [.. routes];
        _routes = All.ToLookup(route => (route.Method, route.Segments.Length));
    }

    public IReadOnlyList<Route> All { get; }

    public IEnumerable<string> Permissions => All.Select(route => route.Permission).Distinct(StringComparer.Ordinal);

    public (Route Route, IReadOnlyDictionary<string, string> Arguments)? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var route in _routes[(method, segments.Length)])
        {
            if (route.Matches(segments, arguments))
            {
                return (route, arguments);
            }
        }

        return null;
    }
}
