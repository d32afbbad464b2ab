using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.People;

namespace TechBroker.IntegrationTests.Privacy;

internal sealed class DeletionTests : PrivacyFixture
{
    private const string Name = "欧阳待删除", Mail = "Ouyang.ToBeDeleted@example.com", Agent = "TellTaleBrowser/7.7";

    [Test]
    public async Task DeleteMe_RightPassword_LeavesNothingOfThePersonInTheDatabase()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-").FullName;
        var said = new List<string>();
        try
        {
            Guid id;
            await using (var server = await TestServer.StartAsync(dataDirectory: folder, services: b => b.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Said(said))))
            {
                id = await LiveAndLeaveAsync(server);
                Assert.That(await HoldingAsync(server, id), Is.Empty);
                Assert.That(await FirstIn<string>(server, "SELECT DisplayName FROM Account WHERE Id = @id", id), Is.EqualTo(Pseudonym.Of(id).Zh));
            }

            // Not even in the file's unused places.
            var raw = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "techbroker.db")));
            Assert.That(raw, Does.Not.Contain(Mail).IgnoreCase.And.Not.Contain(Name).And.Not.Contain(Agent));
            Assert.That(string.Join('\n', said), Does.Not.Contain(Mail).IgnoreCase.And.Not.Contain(Name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Tables_ThatReferToAccounts_AreAllDecidedOn()
    {
        string[] keptById = ["ImportJob", "Listing", "Meeting", "Need"];
        string[] erased = ["ApiKey", "Delivery", "ExternalLogin", "LoginSession", "ManagerAbsence", "ManagerProfile", "ManagerShift", "Notice", "NoticeSettings", "OneTimeLink", "RecoveryCode"];
        var referring = await ListAsync<string>(
            "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f ON f.\"table\" = 'Account' WHERE m.type = 'table' ORDER BY m.name");
        Assert.That(referring, Is.EquivalentTo(erased.Concat(keptById)), "a new table: say in AccountErasure what becomes of it, then here");
    }

    [Test]
    public async Task DeleteMe_WrongPassword_ChangesNothingAndCounts()
    {
        var person = await PersonAsync(null, Role.Provider);
        (await SendAsync(person, HttpMethod.Delete, Me, new { password = "wrong guess 1" })).IsProblem(403, "wrong-password");
        Assert.That(await FirstAsync<int>("SELECT FailedSignIns FROM Account WHERE Id = @Id", person), Is.EqualTo(1));
        (await SendAsync(person, HttpMethod.Delete, Me, new { })).Breaks("password");
        (await SendAsync(person, HttpMethod.Get, Me)).Succeeds();
    }

    [Test]
    public async Task DeleteMe_OwnItems_AreWithdrawnAndTheOrganisationsStay()
    {
        var university = await OrganisationAsync();
        var person = await PersonAsync(university, Role.Provider, Role.Manager);
        var theirs = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = "单位的成果", publish = true })).Succeeds(201).Id;
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET OrganisationId = NULL WHERE Id = @Id", person), CancellationToken.None);
        var own = (await SendAsync(person, HttpMethod.Post, Calls.Listings, new { title = "个人的成果", publish = true })).Succeeds(201).Id;
        var need = (await SendAsync(person, HttpMethod.Post, Calls.Needs, new { title = "个人的需求", publish = true })).Succeeds(201).Id;
        var manager = await PersonAsync(null, Role.Manager);
        var engagement = (await SendAsync(manager, HttpMethod.Post, "/api/v1/engagements", new { listingId = own, needId = need })).Status;
        var other = await Server.PostNeedAsync("别人的需求");
        var live = (await SendAsync(manager, HttpMethod.Post, "/api/v1/engagements", new { listingId = own, needId = other })).Succeeds(201).Id;

        (await SendAsync(person, HttpMethod.Delete, Me, new { password = Password })).Succeeds(204);

        Assert.That(await FirstAsync<string>("SELECT State FROM Listing WHERE Id = @theirs", new { theirs }), Is.EqualTo("published"), $"{engagement}");
        Assert.That(await FirstAsync<string>("SELECT State FROM Listing WHERE Id = @own", new { own }), Is.EqualTo("withdrawn"));
        Assert.That(await FirstAsync<string>("SELECT State FROM Need WHERE Id = @need", new { need }), Is.EqualTo("withdrawn"));
        Assert.That(await FirstAsync<string>("SELECT CloseReason FROM Engagement WHERE Id = @live", new { live }), Is.EqualTo("withdrawn"));
        (await SendAsync(person, HttpMethod.Get, Me)).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task Delete_ManagerWithRunningEngagements_HandsOverFirst()
    {
        var manager = await PersonAsync(null, Role.Manager);
        var (listing, need) = (await Server.PostListingAsync("甲"), await Server.PostNeedAsync("乙"));
        var engagement = (await SendAsync(manager, HttpMethod.Post, "/api/v1/engagements", new { listingId = listing, needId = need })).Succeeds(201).Id;
        Assert.That((await SendAsync(manager, HttpMethod.Delete, Me, new { password = Password })).IsProblem(409, "hand-over-first").Detail, Does.Contain("1 running"));
        (await Server.SendAsync(HttpMethod.Delete, $"{Users}/{manager.Id}", new { reason = "left" })).IsProblem(409, "hand-over-first");
        (await SendAsync(manager, HttpMethod.Post, $"/api/v1/engagements/{engagement}/close", new { reason = "timing" })).Succeeds();
        (await SendAsync(manager, HttpMethod.Delete, Me, new { password = Password })).Succeeds(204);
    }

    [Test]
    public async Task DeleteUser_ByWhoMayAndMayNot_IsRecordedOrRefused()
    {
        var organiser = await PersonAsync(null, Role.Organiser);
        var person = await PersonAsync(null, Role.Seeker);
        (await SendAsync(person, HttpMethod.Delete, $"{Users}/{organiser.Id}", new { reason = "left" })).IsProblem(403, "not-allowed");
        (await SendAsync(organiser, HttpMethod.Delete, $"{Users}/{Server.Admin.Id}", new { reason = "left" })).IsProblem(403, "role-not-yours-to-give");
        (await SendAsync(organiser, HttpMethod.Delete, $"{Users}/{person.Id}", new { reason = "不喜欢" })).Breaks("reason");
        (await SendAsync(organiser, HttpMethod.Delete, $"{Users}/{person.Id}", new { reason = "requested" })).Succeeds(204);
        (await SendAsync(organiser, HttpMethod.Delete, $"{Users}/{person.Id}", new { reason = "requested" })).IsProblem(404, "user-not-found");
        var entry = (await GetAsync($"/api/v1/audit?action=account.deleted&subjectId={person.Id}")).Succeeds().Items.Single();
        Assert.That(entry.GetProperty("details").GetProperty("reason").GetString(), Is.EqualTo("requested"));
        Assert.That(entry.GetProperty("actorId").GetGuid(), Is.EqualTo(organiser.Id));
    }

    [Test]
    public async Task DeleteMe_LastAdministrator_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        (await server.SendAsync(HttpMethod.Delete, $"{Users}/{server.Admin.Id}", new { reason = "left" })).IsProblem(409, "last-administrator");
        await server.AddPersonAsync(null, Role.Admin);
        (await server.SendAsync(HttpMethod.Delete, $"{Users}/{server.Admin.Id}", new { reason = "left" })).Succeeds(204);
    }

    // Added with a repeatable request, signed in twice, corrected, with a key and answers of their own: wherever a name might stay behind.
    private static async Task<Guid> LiveAndLeaveAsync(TestServer server)
    {
        var id = (await server.SendAsync(HttpMethod.Post, Users, new { email = Mail, password = Password, displayName = Name, roles = new[] { "provider" } }, ("Idempotency-Key", "add"))).Succeeds(201).Id;
        (await server.SendAsync(HttpMethod.Put, $"{Users}/{id}", new { email = Mail, displayName = Name, roles = new[] { "provider", "seeker" } }, ("If-Match", "\"1\""), ("Idempotency-Key", "change"))).Succeeds();
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        var tokens = await (await http.PostAsJsonAsync("/api/v1/auth/login", new { email = Mail, password = Password })).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("accessToken").GetString());
        http.DefaultRequestHeaders.Add("Idempotency-Key", "mine");
        (await Reply.OfAsync(await http.PostAsJsonAsync(Calls.Listings, new { title = "某成果", publish = true }))).Succeeds(201);
        http.DefaultRequestHeaders.IfMatch.ParseAdd((await Reply.OfAsync(await http.GetAsync(Me))).ETag);
        (await Reply.OfAsync(await http.PutAsJsonAsync(Me, new { email = Mail, displayName = Name }))).Succeeds();
        Assert.That(await HoldingAsync(server, id), Is.Not.Empty, "or the search for it finds nothing anywhere");
        using var leave = new HttpRequestMessage(HttpMethod.Delete, Me) { Content = JsonContent.Create(new { password = Password }) };
        (await Reply.OfAsync(await http.SendAsync(leave))).Succeeds(204);
        return id;
    }

    /// <summary>Columns of any table in which something of the person stands.</summary>
    private static async Task<List<string>> HoldingAsync(TestServer server, Guid id)
    {
        var found = new List<string>();
        await server.Database.ReadAsync(
            async s =>
            {
                foreach (var column in await s.ListAsync<Column>("SELECT m.name AS TableName, c.name AS Name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"))
                {
                    var sql = $"""SELECT COUNT(*) FROM "{column.TableName}" WHERE CAST("{column.Name}" AS TEXT) LIKE @mail OR CAST("{column.Name}" AS TEXT) LIKE @name OR CAST("{column.Name}" AS TEXT) LIKE @agent""";
                    if (await s.FirstAsync<int>(sql, new { mail = $"%{Mail}%", name = $"%{Name}%", agent = $"%{Agent}%" }) > 0)
                    {
                        found.Add($"{column.TableName}.{column.Name}");
                    }
                }

                return true;
            },
            CancellationToken.None);
        Assert.That(await FirstIn<string>(server, "SELECT State FROM Account WHERE Id = @id", id), Is.EqualTo(found.Count == 0 ? Account.Deleted : Account.Active));
        return found;
    }

    private static Task<T?> FirstIn<T>(TestServer server, string sql, Guid id) => server.Database.ReadAsync(s => s.FirstAsync<T>(sql, new { id }), CancellationToken.None);

    private sealed record Column
    {
        public required string TableName { get; init; }

        public required string Name { get; init; }
    }

    private sealed class Said(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
