using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I3: no archive, reject, delete or remove call under our key, sent or not, except undo's. What we may write is a short
/// list; a move leads to the screened stage, or back to New applicant where an undo of our own move covers it; an archive is
/// covered by an undo of a lead that we made.
/// </summary>
internal static class NeverRejects
{
    public const string Id = "I3";

    private const string Move = "PUT /opportunities/:opportunity/stage";
    private const string Archive = "PUT /opportunities/:opportunity/archived";

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "POST /opportunities",
        Move,
        Archive,
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
        var undos = new UndoCover(recording);
        return recording
            .OurRequests.Where(e => e.IsWrite)
            .Select(request => Judge(request, screened, undos, wanted))
            .OfType<Breach>();
    }

    private static Breach? Judge(LeverEvent request, HashSet<string> screened, UndoCover undos, string wanted)
    {
        var id = request.Segments.ElementAtOrDefault(1);
        if (request.Route is null || !Allowed.Contains(request.Route))
        {
            return new Breach(
                Id,
                "forbidden-call",
                $"{request.Route ?? request.Method + " " + request.Path} was called; it is none of the five writes that we make.",
                id
            ).At(request.Seq);
        }

        if (request.Route == Archive && !undos.CoversArchive(request))
        {
            return new Breach(
                Id,
                "archived",
                "An opportunity was archived, and no undo of a lead of ours asked for it.",
                id
            ).At(request.Seq);
        }

        return
            request.Route == Move
            && request.BodyText("stage") is var stage
            && !screened.Contains(stage ?? "")
            && !undos.CoversMove(request)
            ? new Breach(
                Id,
                "wrong-stage",
                $"An opportunity was moved to a stage that is not '{wanted}', and no undo asked for it.",
                id,
                stage
            ).At(request.Seq)
            : null;
    }
}
