using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain.People;

namespace TechBroker.Api.Accounts;

/// <summary>Who may give and take which roles: an organiser those of the market, an administrator all.</summary>
internal static class Granting
{
    private static readonly Role[] OfTheCentre = [Role.Organiser, Role.Admin];

    public static Problem? Refuse(Caller caller, IReadOnlyList<Role> before, IReadOnlyList<Role> after) =>
        caller.Roles.Contains(Role.Admin) || !before.Concat(after).Any(OfTheCentre.Contains)
            ? null
            : new Problem(403, "role-not-yours-to-give", new(
                "只有系统管理员可以设置或修改中心运营和管理员账号。", "Only an administrator adds or changes organisers and administrators."));
}
