using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Evidence;

/// <summary>
/// A posting and a résumé of different levels: a chief's post and a clerk's history, an internship and a director. The
/// score does not see levels; a recruiter does at once.
/// </summary>
/// <param name="Asked">The level of the posting's title.</param>
/// <param name="Shown">The highest level that a job of the résumé has; the latest one's where it is about too much.</param>
/// <param name="Title">That job, as the résumé names it.</param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record LevelComparison(CareerLevel Asked, CareerLevel Shown, string Title, string Sentence)
{
    private const int TitleLength = 60;

    /// <summary>Null when the levels go together, or one of them is not known.</summary>
    public static LevelComparison? Of(string postingTitle, IReadOnlyList<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(postingTitle);
        ArgumentNullException.ThrowIfNull(roles);
        if (roles.Count == 0 || postingTitle.Length == 0)
        {
            return null;
        }

        var asked = CareerLevels.Of(Term.Of(postingTitle));
        var highest = roles.MaxBy(role => LevelOf(role)) ?? roles[0];
        if (asked is CareerLevel.Lead or CareerLevel.Executive && LevelOf(highest) < asked)
        {
            return TooLittle(asked, highest);
        }

        return asked <= CareerLevel.Junior && LevelOf(roles[0]) >= CareerLevel.Lead ? TooMuch(asked, roles[0]) : null;
    }

    private static CareerLevel LevelOf(Role role) => CareerLevels.Of(Term.Of(role.Title));

    private static LevelComparison TooLittle(CareerLevel asked, Role highest) =>
        new(
            asked,
            LevelOf(highest),
            highest.Title,
            $"the post is {CareerLevels.Words(asked)}; the highest job found is “{Clean(highest)}”"
        );

    private static LevelComparison TooMuch(CareerLevel asked, Role latest) =>
        new(
            asked,
            LevelOf(latest),
            latest.Title,
            $"the post is {CareerLevels.Words(asked)}; the latest job found is “{Clean(latest)}”"
        );

    private static string Clean(Role role) => PlainText.Clean(role.Title, TitleLength);
}
