using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Showcase;

/// <summary>A university with a published listing, its provider, and a visitor.</summary>
internal abstract class ShowcaseFixture : OnOneServer
{
    protected Guid University { get; private set; }

    protected Person Provider { get; private set; } = null!;

    protected Guid Listing { get; private set; }

    [SetUp]
    public async Task ListingAsync()
    {
        University = await OrganisationAsync();
        Provider = await Server.AddPersonAsync(University, Role.Provider);
        Listing = await ListingAsync(Provider, publish: true);
    }

    protected async Task<Guid> OrganisationAsync(bool approves = false) => (await PostAsync(
        Calls.Organisations, new { name = $"大学{Guid.NewGuid():N}", kind = "university", regionCode = "110000", approvesListings = approves })).Succeeds(201).Id;

    protected async Task<Guid> ListingAsync(Person person, bool publish) =>
        (await AsAsync(person, HttpMethod.Post, Calls.Listings, new { title = $"样机{Guid.NewGuid():N}", trl = 7, publish })).Succeeds(201).Id;

    protected static string ReleaseOf(Guid listing) => $"{Calls.Listings}/{listing}/first-release";

    protected static string PictureOf(Guid listing) => $"{Calls.Listings}/{listing}/picture";

    protected Task<Reply> AsAsync(Person? person, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        Server.SendAsync(method, path, body, [("Authorization", person is null ? "" : $"Bearer {person.Token}"), .. headers]);

    protected Task<Reply> SetAsync(Person? person, Guid listing, object body, string revision = "*") =>
        AsAsync(person, HttpMethod.Put, ReleaseOf(listing), body, ("If-Match", revision));

    /// <summary>Asks before it sends: a client that sends at once may find the connection closed before it has read that the picture is too large.</summary>
    protected Task<Reply> UploadAsync(Person? person, Guid listing, byte[] picture, string type = "image/png") =>
        AsAsync(person, HttpMethod.Post, PictureOf(listing), picture, ("Content-Type", type), ("Expect", "100-continue"));

    protected async Task<HttpResponseMessage> PictureAsync(Person? person, Guid listing, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PictureOf(listing));
        request.Headers.TryAddWithoutValidation("Authorization", person is null ? "" : $"Bearer {person.Token}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Server.Http.SendAsync(request);
    }

    protected async Task<Guid[]> ShownAsync() =>
        [.. (await AsAsync(null, HttpMethod.Get, "/api/v1/showcase?limit=100")).Succeeds().Items.Select(i => i.GetProperty("listingId").GetGuid())];
}
