using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I3: no archive, reject, delete or remove call under our key, sent or not. What we may write is a short list, and a move
/// leads to the screened stage and nowhere else, so nobody is moved back either.
/// </summary>
internal static class NeverRejects
{
    public const string Id = "I3";

    private const string Move = "PUT /opportunities/:opportunity/stage";

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "POST /opportunities",
        Move,
        "POST /opportunities/:opportunity/notes",
        "POST /opportunities/:opportunity/addTags",
    };

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var wanted = recording.Tables.Facts.Settings.ScreenedStage;
        var screened = recording
            .World.Stages.Where(s => string.Equals(s.Text, wanted, StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var request in recording.OurRequests.Where(e => e.IsWrite))
        {
            if (request.Route is null || !Allowed.Contains(request.Route))
            {
                yield return new Breach(
                    Id,
                    "forbidden-call",
                    $"{request.Route ?? request.Method + " " + request.Path} was called; it is none of the four writes that we make.",
                    request.Segments.ElementAtOrDefault(1)
                ).At(request.Seq);
            }
            else if (request.Route == Move && request.BodyText("stage") is var stage && !screened.Contains(stage ?? ""))
            {
                yield return new Breach(
                    Id,
                    "wrong-stage",
                    $"An opportunity was moved to a stage that is not '{wanted}'.",
                    request.Segments.ElementAtOrDefault(1),
                    stage
                ).At(request.Seq);
            }
        }
    }
}
