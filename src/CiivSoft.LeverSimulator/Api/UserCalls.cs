using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class UserCalls
{
    private static readonly string[] Roles =
    [
        "super admin",
        "admin",
        "team member",
        "limited team member",
        "interviewer",
    ];

    public static Answer List(Call call)
    {
        var query = call.Query;
        var includesDeactivated = query.GetFlag("includeDeactivated") ?? false;
        var (emails, roles) = (query.GetAll("email"), query.GetAll("accessRole"));
        var externalIds = query.GetAll("external_directory_id");
        var users = call.World.Account.Users.Where(user =>
            (includesDeactivated || user.DeactivatedAt is null)
            && (emails.Length == 0 || emails.Contains(user.Email, StringComparer.OrdinalIgnoreCase))
            && (roles.Length == 0 || roles.Contains(user.AccessRole))
            && (externalIds.Length == 0 || externalIds.Any(id => id == user.ExternalDirectoryId))
        );
        return Paging.NewestFirst(
            query,
            users,
            user => user.CreatedAt,
            user => user.Id,
            (json, user) => AccountFields.Write(json, user, call.Fields)
        );
    }

    /// <summary>A deactivated user is not found.</summary>
    public static Answer Get(Call call)
    {
        var user = Find(call);
        return user.DeactivatedAt is null ? AnswerUser(call, user, 200) : throw NotFound();
    }

    public static Answer Create(Call call)
    {
        var user = Read(
            call,
            new User
            {
                Id = call.World.Ids.NextId(),
                Name = "",
                Email = "",
                CreatedAt = call.Now,
            }
        );
        return Save(call, user, 201);
    }

    public static Answer Update(Call call) => Save(call, Read(call, Find(call)), 200);

    public static Answer Deactivate(Call call) => Save(call, Find(call) with { DeactivatedAt = call.Now }, 200);

    public static Answer Reactivate(Call call) => Save(call, Find(call) with { DeactivatedAt = null }, 200);

    private static User Read(Call call, User user)
    {
        var body = call.Body;
        var (name, email) = (body.RequireText("name"), body.RequireText("email"));
        var role = body.GetText("accessRole") ?? (user.Email.Length > 0 ? user.AccessRole : "interviewer");
        if (!Roles.Contains(role))
        {
            throw body.Refuse($"accessRole must be one of: {string.Join(", ", Roles)}", "accessRole");
        }

        if (
            call.World.Account.Users.Any(other =>
                other.Id != user.Id && other.Email.Equals(email, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            throw body.Refuse("A user already exists with that email address.", "email");
        }

        return user with
        {
            Name = name,
            Email = email,
            AccessRole = role,
            ExternalDirectoryId = body.GetText("externalDirectoryId"),
            JobTitle = body.GetText("jobTitle"),
            ManagerId = body.GetText("managerId"),
        };
    }

    private static User Find(Call call) => call.World.Account.FindUser(call["user"]) ?? throw NotFound();

    private static RefusedException NotFound() => RefusedException.NotFound("user was not found");

    private static Answer Save(Call call, User user, int status)
    {
        call.World.Account.PutUser(user);
        call.Record(new Effect(EffectKinds.RecordChanged) { RecordId = user.Id });
        return AnswerUser(call, user, status);
    }

    private static Answer AnswerUser(Call call, User user, int status) =>
        Answer.Data(json => AccountFields.Write(json, user, call.Fields), status);
}
