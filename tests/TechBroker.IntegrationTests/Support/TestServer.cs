using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Api.Http;
using TechBroker.Composition;
using TechBroker.Domain.People;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Support;

/// <summary>The whole program in this process: real Kestrel on a free port, real SQLite in a folder of its own, real bus.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private TestServer(WebApplication app, string dataDirectory, bool ownsData, Person admin)
    {
        (App, DataDirectory, OwnsData, Admin) = (app, dataDirectory, ownsData, admin);
        Http = admin.Client(Address);
        Anonymous = new HttpClient { BaseAddress = Address };
        Anonymous.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public WebApplication App { get; }

    public string DataDirectory { get; }

    public Uri Address => new(App.Urls.First());

    public Person Admin { get; }

    /// <summary>Signed in as an administrator.</summary>
    public HttpClient Http { get; }

    /// <summary>Signed in as nobody.</summary>
    public HttpClient Anonymous { get; }

    public Database Database => App.Services.GetRequiredService<Database>();

    private bool OwnsData { get; }

    /// <param name="configure">Changes the settings before the start.</param>
    /// <param name="dataDirectory">A folder to go on with; a new one where absent.</param>
    /// <param name="services">Changes the services, for a broken part or another clock.</param>
    public static async Task<TestServer> StartAsync(
        Action<Settings>? configure = null, string? dataDirectory = null, Action<IHostApplicationBuilder>? services = null)
    {
        var settings = new Settings();
        settings.Storage.DataDirectory = dataDirectory ?? Directory.CreateTempSubdirectory("techbroker-test-").FullName;
        configure?.Invoke(settings);
        var app = Composition.Host.BuildServer(settings, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders();
            services?.Invoke(builder);
        });
        await Composition.Host.MigrateAsync(app.Services.GetRequiredService<SqlDialect>(), CancellationToken.None);
        await app.StartAsync();
        var admin = await Person.AddAsync(app.Services.GetRequiredService<Database>(), null, Role.Admin);
        return new TestServer(app, settings.Storage.DataDirectory, dataDirectory is null, admin);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Anonymous.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (OwnsData)
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    public Task<Person> AddPersonAsync(Guid? organisationId, params Role[] roles) => Person.AddAsync(Database, organisationId, roles);

    /// <summary>Posts and expects success.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body, ApiJson.Options);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, $"POST {path}: {(int)response.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var text = await Http.GetStringAsync(path);
        return JsonElement.Parse(text);
    }

    public async Task<Guid> PostListingAsync(string title, object? more = null) => await PostItemAsync("/api/v1/listings", title, more);

    public async Task<Guid> PostNeedAsync(string title, object? more = null) => await PostItemAsync("/api/v1/needs", title, more);

    /// <summary>Until nothing waits in the outbox.</summary>
    public Task DrainAsync() => Eventually.BecomesAsync(
        async () => (await GetAsync("/health/ready")).GetProperty("backlog").GetInt32() == 0, "the outbox to drain");

    private async Task<Guid> PostItemAsync(string path, string title, object? more)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { }, ApiJson.Options)!.AsObject();
        body["title"] = title;
        body["publish"] ??= true;
        return (await PostAsync(path, body)).GetProperty("id").GetGuid();
    }
}
