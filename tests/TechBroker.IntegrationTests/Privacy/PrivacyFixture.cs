using System.Text.Json;
using TechBroker.Api.Accounts;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Privacy;

/// <summary>People with passwords who send requests of their own.</summary>
internal abstract class PrivacyFixture : OnOneServer
{
    protected const string Password = "correct horse 7 battery", Me = "/api/v1/me", Users = "/api/v1/users";

    private static readonly Lazy<string> Hash = new(() =>
    {
        using var passwords = new Passwords(new AuthOptions());
        return passwords.HashAsync(Password, CancellationToken.None).Result!;
    });

    protected Task<Reply> SendAsync(Person person, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        Server.SendAsync(method, path, body, [("Authorization", $"Bearer {person.Token}"), .. headers]);

    protected async Task<Person> PersonAsync(Guid? organisationId, params Role[] roles)
    {
        var person = await Server.AddPersonAsync(organisationId, roles);
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET PasswordHash = @hash WHERE Id = @Id", new { hash = Hash.Value, person.Id }), CancellationToken.None);
        return person;
    }

    protected async Task<Guid> OrganisationAsync(object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { }, TechBroker.Api.Http.ApiJson.Options)!.AsObject();
        (body["name"], body["kind"], body["regionCode"]) = ($"单位{Guid.NewGuid():N}", "university", "110000");
        return (await PostAsync(Calls.Organisations, body)).Succeeds(201).Id;
    }

    protected Task<T?> FirstAsync<T>(string sql, object? arguments = null) => Server.Database.ReadAsync(s => s.FirstAsync<T>(sql, arguments), CancellationToken.None);

    protected Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null) => Server.Database.ReadAsync(s => s.ListAsync<T>(sql, arguments), CancellationToken.None);
}
