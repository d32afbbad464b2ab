using Microsoft.AspNetCore.Http;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Accounts.External;

/// <summary>The providers that the operator configured.</summary>
internal sealed class ExternalProviders : IDisposable
{
    private readonly AuthOptions auth;
    private readonly HttpClient http;
    private readonly Dictionary<string, ExternalProvider> byName;

    public ExternalProviders(IReadOnlyList<OidcOptions> options, AuthOptions auth)
    {
        this.auth = auth;

        // No redirects: the code and the secret go where the operator said, and nowhere else.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 1024 * 1024,
        };
        byName = options.ToDictionary(o => o.Name, o => new ExternalProvider(o, http));
    }

    public IReadOnlyList<ExternalProviderBody> All => [.. byName.Values.Select(p => new ExternalProviderBody { Name = p.Options.Name, DisplayName = p.Options.ShownName, Address = PathOf(p) })];

    public ExternalProvider? Find(string name) => byName.GetValueOrDefault(name);

    public string RedirectUri(HttpRequest request, ExternalProvider provider) =>
        $"{(auth.PublicAddress ?? $"{request.Scheme}://{request.Host}").TrimEnd('/')}{PathOf(provider)}/callback";

    public void Dispose() => http.Dispose();

    private static string PathOf(ExternalProvider provider) => $"/api/v1/auth/external/{provider.Options.Name}";
}
