using System.CommandLine;
using TechBroker.Api.Accounts;
using TechBroker.Composition;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker user add: a person, straight into the database; whoever can write the data folder may.</summary>
internal static class UserVerb
{
    private static readonly Option<string> Email = new("--email") { Description = "What the person signs in with.", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "Name that others see; the e-mail address where absent." };
    private static readonly Option<string[]> Roles = new Option<string[]>("--role") { Description = "One or more roles.", Required = true, AllowMultipleArgumentsPerToken = true }
        .AcceptOnlyFromAmong([.. Codes.All<Role>()]);
    private static readonly Option<Guid?> Organisation = new("--organisation") { Description = "Id of the organisation that the person belongs to." };
    private static readonly Option<bool> Approver = new("--approver") { Description = "The person approves the organisation's listings." };

    public static Command Create()
    {
        var add = new Command("add", "Add a person. The password is read from TECHBROKER_PASSWORD, or made up and printed.") { Email, Name, Roles, Organisation, Approver, Options.Data };
        add.SetAction((parsed, ct) => AddAsync(
            new PostUserBody
            {
                Email = parsed.GetValue(Email),
                DisplayName = parsed.GetValue(Name) ?? parsed.GetValue(Email),
                Roles = parsed.GetValue(Roles),
                OrganisationId = parsed.GetValue(Organisation),
                Approver = parsed.GetValue(Approver),
            },
            parsed.GetValue(Options.Data),
            ct));
        return new Command("user", "People who sign in.") { add };
    }

    private static async Task<int> AddAsync(PostUserBody body, string? data, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        Directory.CreateDirectory(settings.Storage.DataDirectory);
        using var host = Composition.Host.BuildWorker(settings, builder => builder.Services.AddNewAccounts(settings.Auth), withWorkers: false);
        await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), ct);
        if (body.OrganisationId is { } organisation
            && await host.Services.GetRequiredService<Database>().ReadAsync(s => OrganisationStore.FindAsync(s, organisation), ct) is null)
        {
            throw new UsageException($"--organisation: there is no organisation {organisation}.");
        }

        // Not an option: what stands in a command line can be read by everyone on the machine.
        var given = Environment.GetEnvironmentVariable("TECHBROKER_PASSWORD");
        var password = string.IsNullOrEmpty(given) ? Secrets.Readable() : given;
        if (!(await host.Services.GetRequiredService<NewAccounts>().AddAsync(body with { Password = password }, ct)).Is(out var account, out var error))
        {
            throw new FailedException(error.Message.En);
        }

        Console.WriteLine($"Added {account.Email} ({account.Id}): {string.Join(", ", account.RoleList.Select(Codes.Of))}.");
        if (string.IsNullOrEmpty(given))
        {
            Console.WriteLine($"Password: {password}");
        }

        return CommandLine.Done;
    }
}
