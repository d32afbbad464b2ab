using Microsoft.Extensions.Hosting;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Api.Support;

/// <summary>One server for all tests of a fixture, which do not disturb each other.</summary>
internal abstract class OnOneServer
{
    protected TestServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Server = await TestServer.StartAsync(Configure, services: Services);

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();

    protected virtual void Configure(Settings settings)
    {
    }

    protected virtual void Services(IHostApplicationBuilder builder)
    {
    }

    protected Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => Server.SendAsync(HttpMethod.Get, path, null, headers);

    protected Task<Reply> PostAsync(string path, object? body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Post, path, body, headers);

    protected Task<Reply> PutAsync(string path, object body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Put, path, body, headers);
}
