namespace CiivSoft.LeverSimulator.Api;

/// <summary>One of Lever's endpoints: one tick box of the key dialog.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Template">For example <c>/opportunities/:opportunity/notes/:note</c>.</param>
/// <param name="Permission">The tick box's name.</param>
/// <param name="Handle">Answers a call.</param>
internal sealed record Route(string Method, string Template, string Permission, Func<Call, Answer> Handle)
{
    public BodyKinds Accepts { get; init; } = BodyKinds.Json;

    /// <summary>Whether <c>perform_as</c> must be given.</summary>
    public bool NeedsUser { get; init; }

    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool IsWrite => Method != "GET";

    /// <summary>Whether a path is one of this route; fills in what its placeholders stand for.</summary>
    public bool Matches(string[] path, Dictionary<string, string> arguments)
    {
        arguments.Clear();
        for (var place = 0; place < path.Length; place++)
        {
            if (Segments[place][0] == ':')
            {
                arguments[Segments[place][1..]] = path[place];
            }
            else if (Segments[place] != path[place])
            {
                return false;
            }
        }

        return true;
    }
}
