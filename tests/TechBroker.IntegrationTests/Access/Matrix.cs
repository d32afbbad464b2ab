using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Imports.Running;
using TechBroker.Composition;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Access;

/// <summary>A server with all kinds of callers, and its twin: a copy of the same folder in which none of the items are ever made.</summary>
internal sealed class Matrix : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("techbroker-matrix-").FullName;

    public TestServer Server { get; private set; } = null!;

    public TestServer Twin { get; private set; } = null!;

    public Callers People { get; private set; } = null!;

    public Items Items { get; private set; } = null!;

    /// <summary>E-mail of somebody whose password the table knows.</summary>
    public string Login { get; private set; } = null!;

    public static async Task<Matrix> StartAsync()
    {
        var matrix = new Matrix();
        var (ours, twins) = (Path.Combine(matrix.folder, "a"), Path.Combine(matrix.folder, "b"));
        Directory.CreateDirectory(ours);
        await using (var first = await TestServer.StartAsync(Configure, ours))
        {
            (matrix.People, matrix.Login) = (await Callers.AddAsync(first.Database), await EndpointTable.AddLoginAsync(first));
        }

        Folders.Copy(ours, twins);
        (matrix.Server, matrix.Twin) = (await TestServer.StartAsync(Configure, ours), await TestServer.StartAsync(Configure, twins));
        matrix.Items = new Items(matrix.Server.Database, matrix.Server.App.Services.GetRequiredService<ImportFiles>());
        return matrix;
    }

    /// <summary>METHOD pattern of every endpoint of the running server.</summary>
    public IReadOnlyList<string> Endpoints() =>
    [
        .. Server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{e.RoutePattern.RawText!.Trim('/')}"))
            .Order(StringComparer.Ordinal),
    ];

    public string NameOf(Person? caller) => People.ByName.Single(p => p.Value?.Id == caller?.Id).Key;

    public async Task<Guid> PersonAsync(Role role) => (await Server.AddPersonAsync(null, role)).Id;

    /// <summary>Sends the endpoint's request as a caller; of what never ends, the beginning.</summary>
    public async Task<Reply> SendAsync(TestServer server, string endpoint, EndpointCase request, Person? caller, string target)
    {
        var (method, pattern) = endpoint.Split(' ') switch { var parts => (new HttpMethod(parts[0]), parts[1]) };
        var path = Regex.Replace(pattern.Replace("{seq:int}", "2", StringComparison.Ordinal), @"\{[^}]+\}", target) + request.Query;
        using var http = new HttpClient { BaseAddress = server.Address };
        using var message = new HttpRequestMessage(method, path) { Content = request.BodyAsync is null ? null : await request.BodyAsync(this, caller, target) };
        message.Headers.AcceptLanguage.ParseAdd("en");
        if (caller is not null)
        {
            var who = endpoint.EndsWith("/auth/logout", StringComparison.Ordinal) ? await Callers.AgainAsync(Server.Database, caller) : caller;
            message.Headers.Authorization = new("Bearer", who.Token);
        }

        if (method == HttpMethod.Put)
        {
            message.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        return response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? new Reply((int)response.StatusCode, "text/event-stream", "", new Dictionary<string, string>())
            : await Reply.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Twin.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Configure(Settings settings)
    {
        settings.Workers.Enabled = false;
        settings.Auth.PasswordIterations = 1_000;
        settings.Api.RequestsPerSecond = 1_000_000;
    }
}
