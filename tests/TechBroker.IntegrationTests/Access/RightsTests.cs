using Microsoft.AspNetCore.Builder;
using TechBroker.Api.Access;
using TechBroker.Domain;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.People;
using static TechBroker.IntegrationTests.Api.Support.Calls;
using Actor = TechBroker.IntegrationTests.Engagements.Actor;

namespace TechBroker.IntegrationTests.Access;

/// <summary>R13 besides the matrix: rights that are taken away, and endpoints that nobody has given a rule.</summary>
internal sealed class RightsTests : EngagementFixture
{
    private static readonly (string Role, string Method, string Path, object? Body)[] OfOneRole =
    [
        ("provider", "POST", Listings, new { title = "标题" }),
        ("seeker", "POST", Needs, new { title = "标题" }),
        ("manager", "GET", Conflicts, null),
        ("organiser", "GET", "/api/v1/users", null),
        ("admin", "GET", "/api/v1/parked-messages", null),
    ];

    [Test]
    public async Task PutUser_TakesTheRoleAway_RefusesTheNextRequestOfTheSameToken([Values("provider", "seeker", "manager", "organiser", "admin")] string role)
    {
        var (person, request) = (await Actor.OfAsync(Server, role), OfOneRole.Single(r => r.Role == role));
        Assert.That((await AskAsync(person, request)).Status, Is.InRange(200, 201));

        await ChangeAsync(person.Id, roles: role == "provider" ? ["seeker"] : ["provider"]);

        (await AskAsync(person, request)).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task PutUser_Disables_RefusesTheNextRequestOfTheSameToken([Values("provider", "seeker", "manager", "organiser", "admin")] string role)
    {
        var person = await Actor.OfAsync(Server, role, University);
        (await person.GetAsync("/api/v1/me")).Succeeds();

        await ChangeAsync(person.Id, state: "disabled");

        (await person.GetAsync("/api/v1/me")).IsProblem(401, "invalid-token");
        (await person.GetAsync(Needs)).IsProblem(401, "invalid-token");
        (await AskAsync(person, OfOneRole.Single(r => r.Role == role))).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task PutUser_TakesTheOrganisationAway_HidesWhatIsItsOwn()
    {
        var (need, listing) = (await NeedAsync("private"), (await Provider.PostAsync(Listings, new { title = "草稿" })).Id);
        (await Seeker.GetAsync($"{Needs}/{need}")).Succeeds();
        (await Provider.GetAsync($"{Listings}/{listing}")).Succeeds();

        await ChangeAsync(Seeker.Id, leaves: true);
        await ChangeAsync(Provider.Id, leaves: true);

        (await Seeker.GetAsync($"{Needs}/{need}")).IsProblem(404, "need-not-found");
        (await Seeker.GetAsync($"{Needs}/{need}/matches")).IsProblem(404, "need-not-found");
        (await Seeker.PostAsync($"{Needs}/{need}/withdraw")).IsProblem(404, "need-not-found");
        (await Provider.GetAsync($"{Listings}/{listing}")).IsProblem(404, "listing-not-found");
        Assert.That((await Seeker.GetAsync(Needs)).Text, Does.Not.Contain(need.ToString()));
    }

    [Test]
    public void CheckRules_AnEndpointWithoutOne_StopsTheStart()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/with", () => "").WithMetadata(Rule.Anyone);
        Assert.DoesNotThrow(() => app.CheckRules());

        app.MapGet("/without", () => "");
        Assert.That(() => app.CheckRules(), Throws.InvalidOperationException.With.Message.Contains("/without"));
    }

    [Test]
    public void Project_OfTheApi_BansTheMapMethodsThatTakeNoRule()
    {
        var folder = Path.Combine(Repository.Root, "src", "TechBroker.Api");
        var (project, banned) = (File.ReadAllText(Path.Combine(folder, "TechBroker.Api.csproj")), File.ReadAllText(Path.Combine(folder, "BannedSymbols.txt")));

        Assert.That(project, Does.Contain("Microsoft.CodeAnalysis.BannedApiAnalyzers").And.Contain("<AdditionalFiles Include=\"BannedSymbols.txt\" />").And.Not.Contain("RS0030"));
        Assert.That(banned, Does.Contain($"T:{typeof(EndpointRouteBuilderExtensions).FullName};"));
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), Does.Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").And.Not.Contain("RS0030"));
        var exempt = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.That(exempt, Is.EqualTo(new[] { "Routes.cs" }));
    }

    private static Task<Reply> AskAsync(Actor person, (string Role, string Method, string Path, object? Body) request) =>
        request.Method == "GET" ? person.GetAsync(request.Path) : person.PostAsync(request.Path, request.Body);

    private async Task ChangeAsync(Guid id, string[]? roles = null, bool leaves = false, string state = "active")
    {
        var account = (await Server.Database.ReadAsync(s => AccountStore.FindAsync(s, id), CancellationToken.None))!;
        (await PutAsync(
            $"/api/v1/users/{id}",
            new
            {
                email = account.Email,
                displayName = account.DisplayName,
                roles = roles ?? [.. account.RoleList.Select(Codes.Of)],
                organisationId = leaves ? null : account.OrganisationId,
                state,
            },
            ("If-Match", "*"))).Succeeds();
    }
}
