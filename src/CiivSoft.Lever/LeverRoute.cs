using System.Collections.Immutable;

namespace CiivSoft.Lever;

/// <summary>
/// One call of Lever's API. The list below is all that this product can send: nobody else can make a route,
/// and the transport refuses a request that matches none. One call archives, for undo alone: a lead of ours is withdrawn by it.
/// There is no call that removes, deletes or changes a person.
/// </summary>
public sealed class LeverRoute
{
    /// <summary>The box beside those of the calls: it lets the calls see confidential records.</summary>
    public const string ConfidentialAccess = "Allow access to confidential data";

    internal const string IdSegment = "{id}";

    /// <summary>Reads the pipeline.</summary>
    public static readonly LeverRoute ListStages = Read("stages", "Find all stages");

    /// <summary>Reads postings.</summary>
    public static readonly LeverRoute ListPostings = Read("postings", "Find all postings");

    /// <summary>Reads one posting.</summary>
    public static readonly LeverRoute GetPosting = Read("postings/{id}", "Find a posting");

    /// <summary>Reads opportunities.</summary>
    public static readonly LeverRoute ListOpportunities = Read("opportunities", "Find all opportunities");

    /// <summary>Reads what was deleted. Before <see cref="GetOpportunity"/>, whose template it also fits.</summary>
    public static readonly LeverRoute ListDeletedOpportunities = Read(
        "opportunities/deleted",
        "Find all deleted opportunities"
    );

    /// <summary>Reads one opportunity.</summary>
    public static readonly LeverRoute GetOpportunity = Read("opportunities/{id}", "Find an opportunity");

    /// <summary>Reads the résumés of an opportunity.</summary>
    public static readonly LeverRoute ListResumes = Read("opportunities/{id}/resumes", "Find all opportunity resumes");

    /// <summary>Downloads a résumé.</summary>
    public static readonly LeverRoute DownloadResume = Read(
        "opportunities/{id}/resumes/{id}/download",
        "Download an opportunity resume file"
    );

    /// <summary>Reads the attached files of an opportunity.</summary>
    public static readonly LeverRoute ListFiles = Read("opportunities/{id}/files", "Find all opportunity files");

    /// <summary>Downloads an attached file: through the candidate's alias, for which the help article asks the right.</summary>
    public static readonly LeverRoute DownloadFile = Read(
        "candidates/{id}/files/{id}/download",
        "Download a candidate file"
    );

    /// <summary>Reads the notes of an opportunity.</summary>
    public static readonly LeverRoute ListNotes = Read("opportunities/{id}/notes", "Find all opportunity notes");

    /// <summary>Reads the offers of an opportunity.</summary>
    public static readonly LeverRoute ListOffers = Read("opportunities/{id}/offers", "Find all opportunity offers");

    /// <summary>Reads a person.</summary>
    public static readonly LeverRoute GetContact = Read("contacts/{id}", "Find a contact");

    /// <summary>Reads the archive reasons. Not among the help article's rights: an extra.</summary>
    public static readonly LeverRoute ListArchiveReasons = Read("archive_reasons", "Find all archive reasons");

    /// <summary>Makes a lead. Not among the help article's rights: the one that ARKiiVE and REFiiNE need more.</summary>
    public static readonly LeverRoute CreateOpportunity = new(
        HttpMethod.Post,
        "opportunities",
        "Create an opportunity"
    );

    /// <summary>Moves an opportunity to a stage.</summary>
    public static readonly LeverRoute MoveToStage = new(
        HttpMethod.Put,
        "opportunities/{id}/stage",
        "Update an opportunity stage"
    );

    /// <summary>Writes a note.</summary>
    public static readonly LeverRoute AddNote = new(
        HttpMethod.Post,
        "opportunities/{id}/notes",
        "Create an opportunity note"
    );

    /// <summary>Adds tags.</summary>
    public static readonly LeverRoute AddTags = new(
        HttpMethod.Post,
        "opportunities/{id}/addTags",
        "Add opportunity tags"
    );

    /// <summary>
    /// Archives an opportunity. Only undo uses it, on leads that this product made. Not among the help article's rights: an
    /// extra.
    /// </summary>
    public static readonly LeverRoute ArchiveOpportunity = new(
        HttpMethod.Put,
        "opportunities/{id}/archived",
        "Update an opportunity archived state"
    );

    private LeverRoute(HttpMethod method, string template, string right)
    {
        Method = method;
        Template = template;
        Right = right;
    }

    /// <summary>Every call there is.</summary>
    public static ImmutableArray<LeverRoute> All { get; } =
    [
        ListStages,
        ListPostings,
        GetPosting,
        ListOpportunities,
        ListDeletedOpportunities,
        GetOpportunity,
        ListResumes,
        DownloadResume,
        ListFiles,
        DownloadFile,
        ListNotes,
        ListOffers,
        GetContact,
        ListArchiveReasons,
        CreateOpportunity,
        MoveToStage,
        AddNote,
        AddTags,
        ArchiveOpportunity,
    ];

    /// <summary>GET, POST or PUT.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the version, with <c>{id}</c> for each id, for example <c>opportunities/{id}/notes</c>.</summary>
    public string Template { get; }

    /// <summary>The tick box that allows it in Lever's dialog for API keys, word for word.</summary>
    public string Right { get; }

    /// <summary>Whether it changes nothing in Lever, so that it may be repeated.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Method and template, for example <c>GET opportunities/{id}/notes</c>.</summary>
    public override string ToString() => $"{Method} {Template}";

    private static LeverRoute Read(string template, string right) => new(HttpMethod.Get, template, right);
}
