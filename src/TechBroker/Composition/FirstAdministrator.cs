using TechBroker.Api.Accounts;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;
using TechBroker.Verbs;

namespace TechBroker.Composition;

/// <summary>Where there is no account yet: the administrator that Bootstrap names.</summary>
internal static class FirstAdministrator
{
    /// <summary>Prints the link with which the first administrator is added, where nobody has an account.</summary>
    public static async Task InviteAsync(IServiceProvider services, string origin, CancellationToken ct)
    {
        if (await services.GetRequiredService<Api.Accounts.Links.FirstAdministrator>().InviteAsync(origin, ct) is { } link)
        {
            Console.WriteLine($"Nobody has an account yet. Add the first administrator with this link, which works once: {link}");
        }
    }

    /// <exception cref="UsageException">Address or password cannot be used.</exception>
    public static async Task AddAsync(IServiceProvider services, BootstrapOptions options, CancellationToken ct)
    {
        if (options.AdminEmail is null || await services.GetRequiredService<Database>().ReadAsync(AccountStore.AnyAsync, ct))
        {
            return;
        }

        var body = new PostUserBody { Email = options.AdminEmail, Password = options.AdminPassword, DisplayName = "Administrator", Roles = ["admin"] };
        if (!(await services.GetRequiredService<NewAccounts>().AddAsync(body, ct)).Is(out _, out var error))
        {
            throw new UsageException($"Bootstrap:AdminEmail and Bootstrap:AdminPassword cannot be used: {error.Message.En}");
        }
    }
}
