using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>POST /users: a person with roles. Who gives a role must be allowed to: see <see cref="Granting"/>.</summary>
internal static class PostUser
{
    public static void Map(IEndpointRouteBuilder users) => users.Post("", Rules.LetPeopleIn, HandleAsync)
        .Produces<UserBody>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(429)
        .WithName("postUser").WithSummary("Add a person")
        .WithDescription("The address signs the person in, the name tells those they work with whom they deal with. Purposes, legal basis and retention: /privacy.");

    private static async Task<IResult> HandleAsync(Body<PostUserBody> body, HttpContext http, Writes writes, Passwords passwords, OneTimeLinks links, TimeProvider clock)
    {
        Role[] roles = [.. body.Value.Roles!.Select(Codes.Parse<Role>)];
        if (Granting.Refuse(Caller.Required(http), before: [], after: roles) is { } refused)
        {
            return refused;
        }

        string? hash = null;
        if (body.Value.Password is { } password && (hash = await passwords.HashAsync(password, http.RequestAborted)) is null)
        {
            return Problem.Busy;
        }

        var account = New(body.Value, roles, hash, clock.GetUtcNow());
        return await writes.RunAsync(http, session => InsertAsync(session, account, http.Request, links));
    }

    /// <summary>An account that is not stored yet.</summary>
    public static Account New(UserFields fields, IReadOnlyList<Role> roles, string? passwordHash, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Email = fields.Email!.Trim(),
        NormalizedEmail = AccountNames.Normalize(fields.Email!),
        DisplayName = fields.DisplayName!.Trim(),
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        RoleList = roles,
        OrganisationId = fields.OrganisationId,
        IsApprover = fields.Approver is true,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static async Task<IResult> InsertAsync(WriteSession session, Account account, HttpRequest request, OneTimeLinks links)
    {
        if (await Owner.RefuseAsync(session, account.OrganisationId) is { } refused)
        {
            return refused;
        }

        if (await AccountStore.FindByEmailAsync(session, account.NormalizedEmail) is not null)
        {
            return AccountMapping.EmailTaken;
        }

        await AccountStore.InsertAsync(session, account);
        var answer = account.ToAnswer(201);
        if (account.PasswordHash is not null)
        {
            return answer;
        }

        session.Record("passwordLink.made", "account", account.Id);
        var link = await links.ForNewPersonAsync(session, account.Id);
        return answer with
        {
            Body = account.ToBody() with { PasswordLink = links.Address(request, OneTimeLinks.ResetPath, link) },
            Kept = answer.Body,
        };
    }
}
