using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Somebody with a role and perhaps an organisation, who sends requests.</summary>
internal sealed record Actor(TestServer Server, Person Person)
{
    public Guid Id => Person.Id;

    public Guid? OrganisationId => Person.OrganisationId;

    public static async Task<Actor> OfAsync(TestServer server, string role, Guid? organisationId = null) =>
        new(server, await server.AddPersonAsync(organisationId, Codes.Parse<Role>(role)));

    public Task<Reply> GetAsync(string path) => Server.SendAsync(HttpMethod.Get, path, null, Header);

    public Task<Reply> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Post, path, body, [Header, .. headers]);

    public Task<Reply> PutAsync(string path, object body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Put, path, body, [Header, .. headers]);

    public Task<Reply> DeleteAsync(string path) => Server.SendAsync(HttpMethod.Delete, path, null, Header);

    private (string Name, string Value) Header => ("Authorization", $"Bearer {Person.Token}");
}
