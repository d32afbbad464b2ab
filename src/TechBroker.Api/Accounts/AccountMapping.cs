using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;

namespace TechBroker.Api.Accounts;

/// <summary>Between HTTP's words for a person and what is stored.</summary>
internal static class AccountMapping
{
    public static Problem EmailTaken { get; } = new(409, "email-taken", new(
        "该邮箱已有账号，请使用已有账号或换一个邮箱。", "There is an account with that e-mail address; use that one, or another address."));

    public static Answer ToAnswer(this Account account, int status) => new(status, account.ToBody())
    {
        Revision = account.Revision,
        About = account.Id,
        Location = status == 201 ? $"/api/v1/users/{account.Id}" : null,
    };

    public static UserBody ToBody(this Account account) => new()
    {
        Id = account.Id,
        Revision = account.Revision,
        Email = account.Email,
        DisplayName = account.DisplayName,
        Roles = [.. account.RoleList.Select(Codes.Of)],
        OrganisationId = account.OrganisationId,
        Approver = account.IsApprover,
        State = account.State,
        SecondFactor = account.SecondFactor,
        CreatedAt = account.CreatedAt,
        LastSignInAt = account.LastSignInAt,
    };
}
