using TechBroker.Api.Access;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Somebody with roles and perhaps an organisation, who sends requests. The one place that knows how a caller is made known.</summary>
internal sealed record Actor(TestServer Server, Guid Id, Guid? OrganisationId, string Role)
{
    public static async Task<Actor> OfAsync(TestServer server, string role, Guid? organisationId = null)
    {
        var id = Guid.NewGuid();
        await server.Database.WriteAsync(
            s => s.RunAsync("INSERT INTO Account (Id, Roles, OrganisationId) VALUES (@id, @roles, @organisationId)", new { id, roles = $"[\"{role}\"]", organisationId }),
            CancellationToken.None);
        return new Actor(server, id, organisationId, role);
    }

    public Task<Reply> GetAsync(string path) => Server.SendAsync(HttpMethod.Get, path, null, Header);

    public Task<Reply> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Post, path, body, [Header, .. headers]);

    private (string Name, string Value) Header => (Caller.Header, $"{Id};{OrganisationId};{Role}");
}
