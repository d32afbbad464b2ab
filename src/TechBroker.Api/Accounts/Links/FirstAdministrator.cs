using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.Audit;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.Links;

/// <summary>POST /auth/first-administrator, and the page: whoever reads what the server printed at its first start becomes its administrator.</summary>
internal sealed class FirstAdministrator(
    Database database, Passwords passwords, OneTimeLinks links, IValidator<FirstAdministratorBody> validator, TimeProvider clock)
{
    public static Problem LinkRefused { get; } = new(410, "link-refused", new(
        "链接无效或已使用过，或系统已有账号。请使用服务器最近一次启动时显示的链接。",
        "The link is unknown or was used, or there are accounts already. Use the one that the server printed at its latest start."));

    public static void Map(IEndpointRouteBuilder auth) => auth
        .Post("/first-administrator", Rule.ByLink, (Body<FirstAdministratorBody> body, FirstAdministrator first, HttpContext http) => first.AddAsync(body.Value, http.RequestAborted))
        .Produces<UserBody>(201).ProducesProblem(400).ProducesProblem(410).ProducesProblem(429)
        .WithName("postFirstAdministrator").WithSummary("Add the first administrator with the link that the server printed");

    /// <param name="origin">Where the server is reached, such as http://127.0.0.1:5080.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The link, or null where there are accounts.</returns>
    public Task<string?> InviteAsync(string origin, CancellationToken ct) => database.WriteAsync(
        async session => await AccountStore.AnyAsync(session)
            ? null
            : links.Address(origin, OneTimeLinks.FirstAdministratorPath, await links.ForFirstAdministratorAsync(session)),
        ct);

    /// <returns>The account, or a problem.</returns>
    public async Task<IResult> AddAsync(FirstAdministratorBody body, CancellationToken ct)
    {
        // The page comes here without the filter that validates JSON.
        var faults = (await validator.ValidateAsync(body, ct)).Errors.Select(e => new Fault(ApiJson.CamelCase(e.PropertyName), Text.Parse(e.ErrorMessage))).ToList();
        if (faults.Count > 0)
        {
            return Problem.Invalid(faults);
        }

        var hash = Secrets.Hash(body.Token!);
        if (await database.ReadAsync(s => OneTimeLinkStore.FindAsync(s, hash, OneTimeLink.FirstAdministrator, clock.GetUtcNow()), ct) is null)
        {
            return LinkRefused;
        }

        return await passwords.HashAsync(body.Password!, ct) is { } passwordHash
            ? await database.WriteAsync(Actor.ByLink, session => InsertAsync(session, hash, body, passwordHash), ct)
            : Problem.Busy;
    }

    private async Task<IResult> InsertAsync(WriteSession session, string hash, FirstAdministratorBody body, string passwordHash)
    {
        var now = clock.GetUtcNow();
        if (await AccountStore.AnyAsync(session) || !await OneTimeLinkStore.TakeAsync(session, hash, OneTimeLink.FirstAdministrator, now))
        {
            return LinkRefused;
        }

        var account = PostUser.New(new PostUserBody { Email = body.Email, DisplayName = body.DisplayName }, [Role.Admin], passwordHash, now);
        await AccountStore.InsertAsync(session, account);
        return account.ToAnswer(201);
    }
}
