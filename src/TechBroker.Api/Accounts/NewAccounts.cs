using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.Audit;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>Adds people without a request: at the command line, at the first start, for the demo.</summary>
internal sealed class NewAccounts(Database database, Passwords passwords, PostUserValidator validator, TimeProvider clock)
{
    /// <returns>The account, or everything that is wrong with what was given.</returns>
    public async Task<Outcome<Account>> AddAsync(PostUserBody body, CancellationToken ct)
    {
        var faults = (await validator.ValidateAsync(body, ct)).Errors.Select(e => Text.Parse(e.ErrorMessage)).Distinct().ToList();
        if (faults.Count > 0)
        {
            return new MarketError("validation", ErrorKind.Rule, new(string.Join("", faults.Select(f => f.Zh)), string.Join(" ", faults.Select(f => f.En))));
        }

        var hash = await passwords.HashAsync(body.Password ?? throw new InvalidOperationException("There is nobody here to show a link to."), ct);
        var account = PostUser.New(body, [.. body.Roles!.Select(Codes.Parse<Role>)], hash, clock.GetUtcNow());
        return await database.WriteAsync(Actor.Operator, session => InsertAsync(session, account), ct);
    }

    private static async Task<Outcome<Account>> InsertAsync(WriteSession session, Account account)
    {
        if (await AccountStore.FindByEmailAsync(session, account.NormalizedEmail) is not null)
        {
            return new MarketError("email-taken", ErrorKind.Conflict, AccountMapping.EmailTaken.Message);
        }

        await AccountStore.InsertAsync(session, account);
        return account;
    }
}
