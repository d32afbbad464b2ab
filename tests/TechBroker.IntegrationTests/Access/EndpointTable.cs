using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.People;

namespace TechBroker.IntegrationTests.Access;

/// <summary>A request to one endpoint that is right in everything but, perhaps, who makes it.</summary>
/// <param name="Rows">What it can be about.</param>
/// <param name="BodyAsync">The body, given what a row made.</param>
internal sealed record EndpointCase(Row[] Rows, Func<Matrix, Person?, string, Task<HttpContent?>>? BodyAsync = null)
{
    /// <summary>After the path.</summary>
    public string Query { get; init; } = "";
}

/// <summary>Every endpoint by its method and pattern. One that is not here fails the matrix by its name.</summary>
internal static class EndpointTable
{
    private const string Password = "铁马冰河入梦来 7 北风卷地", SignedOn = "2026-03-01";

    private static int shifts;

    public static readonly IReadOnlyDictionary<string, EndpointCase> All = new Dictionary<string, EndpointCase>(StringComparer.Ordinal)
    {
        ["GET /"] = new(Rows.None),
        ["GET /listings"] = new(Rows.None),
        ["GET /listings/{id:guid}"] = new(Rows.Anything),
        ["GET /needs"] = new(Rows.None),
        ["GET /needs/{id:guid}"] = new(Rows.Anything),
        ["GET /showcase"] = new(Rows.None),
        ["GET /publicity"] = new(Rows.None),
        ["GET /sign-in"] = new(Rows.None),
        ["GET /forgot-password"] = new(Rows.None),
        ["GET /work/{**page}"] = new(Rows.Nowhere),
        ["GET /assets/{name}"] = new(Rows.Nowhere),
        ["GET /icon.svg"] = new(Rows.None),
        ["GET /api/v1/market"] = new(Rows.None),
        ["GET /health/live"] = new(Rows.None),
        ["GET /health/ready"] = new(Rows.None),
        ["GET /openapi/v1.json"] = new(Rows.None),
        ["GET /api/v1/stream"] = new(Rows.None),
        ["GET /api/v1/me"] = new(Rows.None),
        ["GET /api/v1/auth/antiforgery"] = new(Rows.None),
        ["POST /api/v1/auth/login"] = new(Rows.None, LoginAsync),
        ["POST /api/v1/auth/browser-login"] = new(Rows.None, LoginAsync),
        ["POST /api/v1/auth/refresh"] = new(Rows.None, RefreshAsync),
        ["POST /api/v1/auth/logout"] = new(Rows.None),
        ["GET /api/v1/auth/external"] = new(Rows.None),
        ["GET /api/v1/auth/external/{name}"] = new(Rows.Nowhere),
        ["GET /api/v1/auth/external/{name}/callback"] = new(Rows.Nowhere),
        ["POST /api/v1/auth/forgot"] = new(Rows.None, (_, _, _) => Json(new { email = "nobody@example.com" })),
        ["POST /api/v1/auth/reset"] = new(Rows.None, (_, _, _) => Json(new { token = "tbl_none", newPassword = Password })),
        ["POST /api/v1/auth/first-administrator"] = new(Rows.None, (_, _, _) => Json(new { token = "tbl_none", email = "first@example.com", displayName = "第一位", password = Password })),
        ["GET /reset-password"] = new(Rows.None),
        ["POST /reset-password"] = new(Rows.None, (_, _, _) => Form(("token", "tbl_none"), ("password", Password), ("again", Password))),
        ["GET /first-administrator"] = new(Rows.None),
        ["POST /first-administrator"] = new(Rows.None, (_, _, _) => Form(("token", "tbl_none"), ("email", "first@example.com"), ("displayName", "第一位"), ("password", Password), ("again", Password))),
        ["POST /sign-in-code"] = new(Rows.None, (_, _, _) => Form(("ticket", "none"), ("code", "123456"))),
        ["GET /plain.css"] = new(Rows.None),
        ["GET /privacy"] = new(Rows.None),
        ["GET /api/v1/privacy"] = new(Rows.None),
        ["PUT /api/v1/me"] = new(Rows.None, (_, caller, _) => Json(new { displayName = "改过的名字", email = caller?.Email ?? "nobody@example.com" })),
        ["DELETE /api/v1/me"] = new(Rows.None, (_, _, _) => Json(new { password = Password })),
        ["GET /api/v1/me/data"] = new(Rows.None),
        ["GET /api/v1/me/data/export"] = new(Rows.None),
        ["POST /api/v1/me/matching-objection"] = new(Rows.None, (_, _, _) => Json(new { objects = false })),
        ["POST /api/v1/me/password"] = new(Rows.None, (_, _, _) => Json(new { currentPassword = Password, newPassword = Password + "9" })),
        ["POST /api/v1/me/second-factor"] = new(Rows.None, (_, _, _) => Json(new { password = Password })),
        ["POST /api/v1/me/second-factor/confirm"] = new(Rows.None, (_, _, _) => Json(new { code = "123456" })),
        ["DELETE /api/v1/me/second-factor"] = new(Rows.None, (_, _, _) => Json(new { password = Password, code = "123456" })),
        ["POST /api/v1/me/recovery-codes"] = new(Rows.None, (_, _, _) => Json(new { password = Password, code = "123456" })),
        ["GET /api/v1/me/sessions"] = new(Rows.None),
        ["DELETE /api/v1/me/sessions"] = new(Rows.None),
        ["DELETE /api/v1/me/sessions/{id:guid}"] = new(Rows.Sessions),
        ["GET /api/v1/me/api-keys"] = new(Rows.None),
        ["POST /api/v1/me/api-keys"] = new(Rows.None, (_, _, _) => Json(new { name = "脚本", scope = "read", expiresAt = DateTimeOffset.UtcNow.AddDays(7) })),
        ["DELETE /api/v1/me/api-keys/{id:guid}"] = new(Rows.ApiKeys),
        ["GET /api/v1/processes"] = new(Rows.None),
        ["GET /api/v1/audit"] = new(Rows.None),
        ["GET /api/v1/audit/export"] = new(Rows.None) { Query = "?format=csv" },
        ["GET /api/v1/audit/head"] = new(Rows.None),
        ["GET /api/v1/users"] = new(Rows.None),
        ["POST /api/v1/users"] = new(Rows.None, (_, _, _) => Json(new { email = $"{Guid.NewGuid():N}@example.com", password = Password, displayName = "新人", roles = new[] { "provider" } })),
        ["GET /api/v1/users/{id:guid}"] = new(Rows.Users),
        ["DELETE /api/v1/users/{id:guid}"] = new([.. Rows.Users.Where(r => r.Name != "oneself")], (_, _, _) => Json(new { reason = "left" })),
        ["POST /api/v1/users/{id:guid}/password-link"] = new(Rows.Users),
        ["PUT /api/v1/users/{id:guid}"] = new(Rows.Users, SameUserAsync),
        ["GET /api/v1/organisations"] = new(Rows.None),
        ["POST /api/v1/organisations"] = new(Rows.None, (_, _, _) => Organisation()),
        ["GET /api/v1/organisations/{id:guid}"] = new(Rows.Organisations),
        ["PUT /api/v1/organisations/{id:guid}"] = new(Rows.Organisations, (_, _, _) => Organisation()),
        ["GET /api/v1/listings"] = new(Rows.None),
        ["POST /api/v1/listings"] = new(Rows.Owners, (_, _, owner) => Posted(owner)),
        ["GET /api/v1/listings/{id:guid}"] = new(Rows.Listings),
        ["PUT /api/v1/listings/{id:guid}"] = new(Rows.Listings, (_, _, _) => Json(new { title = "改过的成果" })),
        ["POST /api/v1/listings/{id:guid}/publish"] = new(Rows.Listings),
        ["POST /api/v1/listings/{id:guid}/submit"] = new(Rows.Listings),
        ["POST /api/v1/listings/{id:guid}/return"] = new(Rows.Listings, (_, _, _) => Json(new { reason = "请补充专利号" })),
        ["POST /api/v1/listings/{id:guid}/suspend"] = new(Rows.Listings),
        ["POST /api/v1/listings/{id:guid}/withdraw"] = new(Rows.Listings),
        ["GET /api/v1/listings/{id:guid}/matches"] = new(Rows.Listings),
        ["GET /api/v1/listings/{id:guid}/matches/{needId:guid}/why"] = new(Rows.ListingsWithNeed),
        ["GET /api/v1/showcase"] = new(Rows.None),
        ["GET /api/v1/listings/{id:guid}/first-release"] = new(Rows.Listings),
        ["PUT /api/v1/listings/{id:guid}/first-release"] = new(Rows.Listings, (_, _, _) => Json(new { pitchZh = "第一次展出" })),
        ["DELETE /api/v1/listings/{id:guid}/first-release"] = new(Rows.ShownListings),
        ["GET /api/v1/listings/{id:guid}/picture"] = new(Rows.ShownListings),
        ["POST /api/v1/listings/{id:guid}/picture"] = new(Rows.Listings, (_, _, _) => Task.FromResult<HttpContent?>(Showcase.SamplePictures.Body(Showcase.SamplePictures.Png()))),
        ["DELETE /api/v1/listings/{id:guid}/picture"] = new(Rows.ShownListings),
        ["GET /api/v1/needs"] = new(Rows.None),
        ["POST /api/v1/needs"] = new(Rows.Owners, (_, _, owner) => Posted(owner)),
        ["POST /api/v1/needs/preview"] = new(Rows.Owners, (_, _, owner) => Posted(owner)),
        ["GET /api/v1/needs/{id:guid}"] = new(Rows.Needs),
        ["PUT /api/v1/needs/{id:guid}"] = new(Rows.Needs, (_, _, _) => Json(new { title = "改过的需求", visibility = "private" })),
        ["POST /api/v1/needs/{id:guid}/publish"] = new(Rows.Needs),
        ["POST /api/v1/needs/{id:guid}/withdraw"] = new(Rows.Needs),
        ["GET /api/v1/needs/{id:guid}/matches"] = new(Rows.Needs),
        ["GET /api/v1/needs/{id:guid}/matches/{listingId:guid}/why"] = new(Rows.NeedsWithListing),
        ["GET /api/v1/engagements"] = new(Rows.None),
        ["POST /api/v1/engagements"] = new(Rows.Pairs, (_, _, pair) => Json(new { listingId = pair.Split(' ')[0], needId = pair.Split(' ')[1] })),
        ["GET /api/v1/engagements/{id:guid}"] = new(Rows.Engagements),
        ["GET /api/v1/engagements/{id:guid}/log"] = new(Rows.Engagements),
        ["POST /api/v1/engagements/{id:guid}/interest"] = new(Rows.Engagements, (m, caller, _) => Json(IsStaff(m, caller) ? new { side = "need" } : (object)new { })),
        ["POST /api/v1/engagements/{id:guid}/decline"] = new(Rows.Engagements, (m, caller, _) => Json(IsStaff(m, caller) ? new { reason = "price", side = "need" } : (object)new { reason = "price" })),
        ["POST /api/v1/engagements/{id:guid}/introduce"] = new(Rows.Engagements),
        ["POST /api/v1/engagements/{id:guid}/close"] = new(Rows.Engagements, (_, _, _) => Json(new { reason = "price" })),
        ["POST /api/v1/engagements/{id:guid}/reopen"] = new(Rows.Engagements, (_, _, _) => Json(new { note = "双方又有意向" })),
        ["POST /api/v1/engagements/{id:guid}/hand-over"] = new(Rows.Engagements, async (m, _, _) => await Json(new { managerId = await m.PersonAsync(Domain.People.Role.Manager) })),
        ["GET /api/v1/engagements/{id:guid}/meetings"] = new(Rows.Engagements),
        ["POST /api/v1/engagements/{id:guid}/meetings"] = new(Rows.Engagements, (_, _, _) => Json(new { heldAt = DateTimeOffset.UtcNow.AddHours(-1), note = "双方见面" })),
        ["GET /api/v1/engagements/{id:guid}/meetings/{meetingId:guid}"] = new(Rows.Engagements),
        ["PUT /api/v1/engagements/{id:guid}/meetings/{meetingId:guid}"] = new(Rows.Engagements, (_, _, _) => Json(new { startsAt = DateTimeOffset.UtcNow.AddDays(2) })),
        ["POST /api/v1/engagements/{id:guid}/meetings/{meetingId:guid}/hold"] = new(Rows.Engagements, (_, _, _) => Json(new { heldAt = DateTimeOffset.UtcNow.AddHours(-1) })),
        ["POST /api/v1/engagements/{id:guid}/meetings/{meetingId:guid}/cancel"] = new(Rows.Engagements, (_, _, _) => Json(new { reason = "改期" })),
        ["GET /api/v1/engagements/{id:guid}/meetings/{meetingId:guid}/invitation.ics"] = new(Rows.Engagements),
        ["POST /api/v1/engagements/{id:guid}/negotiate"] = new(Rows.Engagements, (_, _, _) => Json(new { priceMode = "negotiated" })),
        ["POST /api/v1/engagements/{id:guid}/publicity"] = new(Rows.Engagements, (_, _, _) => Json(new { price = new { currency = "CNY", minorUnits = 100 } })),
        ["POST /api/v1/engagements/{id:guid}/objections"] = new(Rows.Engagements, (_, _, _) => Json(new { receivedOn = "2026-05-04", text = "价格偏低" })),
        ["POST /api/v1/engagements/{id:guid}/outcome"] = new(Rows.Engagements, (_, _, _) => Json(new { kind = "memorandum", signedOn = "2026-05-04" })),
        ["GET /api/v1/publicity"] = new(Rows.None),
        ["POST /api/v1/engagements/{id:guid}/accept"] = new(Rows.Engagements),
        ["POST /api/v1/engagements/{id:guid}/pass"] = new(Rows.Engagements, (_, _, _) => Json(new { reason = "capacity" })),
        ["PUT /api/v1/engagements/{id:guid}/credit"] = new(Rows.Engagements, (m, _, _) => Json(new { shares = new[] { new { managerId = m.People.OtherManager.Id, basisPoints = 10_000 } } })),
        ["GET /api/v1/managers"] = new(Rows.None),
        ["GET /api/v1/managers/{id:guid}"] = new(Rows.Managers),
        ["PUT /api/v1/managers/{id:guid}/profile"] = new(Rows.Managers, (_, _, _) => Json(new { level = "senior" })),
        ["GET /api/v1/managers/{id:guid}/shifts"] = new(Rows.Managers),
        ["POST /api/v1/managers/{id:guid}/shifts"] = new(Rows.Managers, (_, _, _) => Json(Shift())),
        ["DELETE /api/v1/shifts/{id:guid}"] = new(Rows.Shifts),
        ["GET /api/v1/roster"] = new(Rows.None),
        ["GET /api/v1/managers/{id:guid}/absences"] = new(Rows.Managers),
        ["POST /api/v1/managers/{id:guid}/absences"] = new(Rows.Managers, (_, _, _) => Json(new { from = "2031-01-01T00:00:00Z", to = "2031-01-02T00:00:00Z" })),
        ["DELETE /api/v1/absences/{id:guid}"] = new(Rows.Absences),
        ["POST /api/v1/deals/{id:guid}/evidence"] = new(Rows.Evidence, (_, _, _) => Task.FromResult<HttpContent?>(Evidence.Uploading.Form(Evidence.Samples.Pdf(), "a.pdf"))),
        ["GET /api/v1/deals/{id:guid}/evidence"] = new(Rows.Evidence),
        ["GET /api/v1/deals/{id:guid}/evidence/{fileId:guid}"] = new(Rows.Evidence),
        ["POST /api/v1/deals/{id:guid}/evidence/{fileId:guid}/withdrawal"] = new(Rows.Evidence, (_, _, _) => Json(new { reason = "传错了" })),
        ["GET /api/v1/investments"] = new(Rows.None),
        ["POST /api/v1/investments"] = new(Rows.None, (_, _, _) => Json(EvidenceItems.Investment())),
        ["GET /api/v1/investments/{id:guid}"] = new(Rows.Investments),
        ["POST /api/v1/investments/{id:guid}/reversal"] = new(Rows.Investments, (_, _, _) => Json(new { reason = "重复登记" })),
        ["GET /api/v1/statistics/investments"] = new(Rows.None),
        ["GET /api/v1/ceremonies"] = new(Rows.None),
        ["POST /api/v1/ceremonies"] = new(Rows.None, (_, _, _) => Json(new { title = "现场签约", heldOn = "2026-03-27", place = "北京" })),
        ["GET /api/v1/ceremonies/{id:guid}"] = new(Rows.Ceremonies),
        ["POST /api/v1/ceremonies/{id:guid}/signings"] = new(Rows.Ceremonies, (_, _, _) => Json(new { rows = new[] { EvidenceItems.Investment("investment") } })),
        ["GET /api/v1/ceremonies/{id:guid}/list"] = new(Rows.Ceremonies) { Query = "?format=csv" },
        ["GET /signing-list.css"] = new(Rows.None),
        ["GET /api/v1/conflicts"] = new(Rows.None),
        ["POST /api/v1/conflicts"] = new(Rows.None, async (m, _, _) => await Json(new { organisationId = await Callers.OrganisationAsync(m.Server.Database, Domain.Organisations.OrganisationKind.Park), kind = "holding" })),
        ["POST /api/v1/conflicts/{id:guid}/withdraw"] = new(Rows.Conflicts),
        ["GET /api/v1/deals"] = new(Rows.None),
        ["POST /api/v1/deals"] = new(Rows.Contracts, (_, _, engagement) => Json(new
        {
            engagementId = engagement.Length > 0 ? Guid.Parse(engagement) : (Guid?)null,
            contractType = "licence",
            title = "磁体许可",
            amount = new { currency = "CNY", minorUnits = 100 },
            signedOn = SignedOn,
            sellers = new[] { new { name = "卖方", kind = "university", regionCode = "110000" } },
            buyers = new[] { new { name = "买方", kind = "enterprise", regionCode = "120000" } },
        })),
        ["GET /api/v1/deals/{id:guid}"] = new(Rows.Deals),
        ["GET /api/v1/deals/{id:guid}/log"] = new(Rows.Deals),
        ["GET /api/v1/deals/{id:guid}/ledger"] = new(Rows.Deals),
        ["POST /api/v1/deals/{id:guid}/approval"] = new(Rows.PendingDeals, (_, _, _) => Json(new { approve = true })),
        ["POST /api/v1/deals/{id:guid}/registration"] = new(Rows.Deals, (_, _, _) => Json(new { number = $"{Random.Shared.NextInt64(1_000_000_000_000_000, 9_999_999_999_999_999)}", registeredOn = SignedOn })),
        ["POST /api/v1/deals/{id:guid}/refusal"] = new(Rows.Deals, (_, _, _) => Json(new { reason = "缺少附件", refusedOn = SignedOn })),
        ["POST /api/v1/deals/{id:guid}/payments"] = new(Rows.Deals, (_, _, _) => Json(new { amount = new { currency = "CNY", minorUnits = 1 }, paidOn = SignedOn })),
        ["POST /api/v1/deals/{id:guid}/payments/{seq:int}/reversal"] = new(Rows.Deals, (_, _, _) => Json(new { reason = "重复录入" })),
        ["POST /api/v1/deals/{id:guid}/reversal"] = new(Rows.Deals, (_, _, _) => Json(new { reason = "误录" })),
        ["POST /api/v1/deals/{id:guid}/completion"] = new(Rows.Deals, (_, _, _) => Json(new { on = SignedOn })),
        ["POST /api/v1/deals/{id:guid}/breach"] = new(Rows.Deals, (_, _, _) => Json(new { on = SignedOn, note = "逾期未付" })),
        ["POST /api/v1/deals/{id:guid}/termination"] = new(Rows.Deals, (_, _, _) => Json(new { on = SignedOn, reason = "协商解除" })),
        ["GET /api/v1/duplicates"] = new(Rows.None),
        ["GET /api/v1/duplicates/{id:guid}"] = new(Rows.Duplicates),
        ["POST /api/v1/duplicates/{id:guid}/merge"] = new(Rows.Duplicates, (_, _, _) => Json(new { keep = Guid.NewGuid() })),
        ["POST /api/v1/duplicates/{id:guid}/unmerge"] = new(Rows.Duplicates),
        ["POST /api/v1/duplicates/{id:guid}/dismiss"] = new(Rows.Duplicates),
        ["POST /api/v1/duplicates/{id:guid}/resolve"] = new(Rows.Duplicates, (_, _, _) => Json(new { decision = "both" })),
        ["GET /api/v1/notices"] = new(Rows.None),
        ["POST /api/v1/notices/{id:guid}/read"] = new(Rows.Notices),
        ["POST /api/v1/notices/read-all"] = new(Rows.None),
        ["GET /api/v1/me/notice-settings"] = new(Rows.None),
        ["PUT /api/v1/me/notice-settings"] = new(Rows.None, (_, _, _) => Json(new { language = "zh", mail = "daily" })),
        ["GET /api/v1/deliveries"] = new(Rows.None),
        ["POST /api/v1/deliveries/{id:guid}/redeliver"] = new(Rows.Deliveries),
        ["GET /api/v1/webhooks"] = new(Rows.None),
        ["POST /api/v1/webhooks"] = new(Rows.None, (_, _, _) => Json(new { url = "https://example.org/", kinds = new[] { "deal.recorded" } })),
        ["DELETE /api/v1/webhooks/{id:guid}"] = new(Rows.Webhooks),
        ["GET /api/v1/webhooks/{id:guid}/deliveries"] = new(Rows.Webhooks),
        ["POST /api/v1/webhooks/{id:guid}/deliveries/{deliveryId:guid}/redeliver"] = new(Rows.WebhookDeliveries),
        ["GET /api/v1/imports"] = new(Rows.None),
        ["POST /api/v1/imports"] = new(Rows.Owners, (m, caller, owner) => File(m.NameOf(caller) == "seeker" ? "needs" : "listings", owner)),
        ["GET /api/v1/imports/{id:guid}"] = new(Rows.Imports),
        ["GET /api/v1/imports/{id:guid}/errors"] = new(Rows.Imports),
        ["GET /api/v1/imports/{id:guid}/rejected"] = new(Rows.Imports),
        ["GET /api/v1/imports/template"] = new(Rows.None) { Query = "?kind=needs&format=csv" },
        ["GET /api/v1/statistics/region-flow"] = new(Rows.None),
        ["GET /api/v1/statistics/contracts"] = new(Rows.None) { Query = "?groupBy=month,manager" },
        ["GET /api/v1/statistics/contracts/lines"] = new(Rows.None),
        ["GET /api/v1/statistics/funnel"] = new(Rows.None) { Query = "?groupBy=manager" },
        ["GET /api/v1/statistics/managers"] = new(Rows.None),
        ["GET /api/v1/statistics/market"] = new(Rows.None),
        ["GET /api/v1/vocabularies"] = new(Rows.None),
        ["GET /api/v1/vocabularies/{id}"] = new(Rows.Vocabularies),
        ["GET /api/v1/parked-messages"] = new(Rows.None),
        ["POST /api/v1/parked-messages/{id:guid}/replay"] = new(Rows.Parked),
    };

    public static async Task<string> AddLoginAsync(TestServer server)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await server.PostAsync("/api/v1/users", new { email, password = Password, displayName = "登录者", roles = new[] { "provider" } });
        return email;
    }

    // Each an hour of its own: two of one manager must not overlap.
    private static object Shift()
    {
        var from = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(Interlocked.Increment(ref shifts));
        return new { from, to = from.AddHours(1), desk = "咨询台" };
    }

    private static bool IsStaff(Matrix matrix, Person? caller) => matrix.NameOf(caller) is "manager" or "organiser" or "admin";

    private static Task<HttpContent?> Json(object body) => Task.FromResult<HttpContent?>(JsonContent.Create(body, options: ApiJson.Options));

    private static Task<HttpContent?> Form(params (string Name, string Value)[] values) =>
        Task.FromResult<HttpContent?>(new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    private static Task<HttpContent?> Organisation() => Json(new { name = $"某单位{Guid.NewGuid():N}", kind = "park", regionCode = "110000" });

    private static Task<HttpContent?> Posted(string owner) => owner.Length == 0 ? Json(new { title = "标题" }) : Json(new { title = "标题", organisationId = owner });

    private static Task<HttpContent?> LoginAsync(Matrix matrix, Person? caller, string target) => Json(new { email = matrix.Login, password = Password });

    private static async Task<HttpContent?> RefreshAsync(Matrix matrix, Person? caller, string target)
    {
        var tokens = await matrix.Server.PostAsync("/api/v1/auth/login", new { email = matrix.Login, password = Password });
        return await Json(new { refreshToken = tokens.GetProperty("refreshToken").GetString() });
    }

    // What is there already: the matrix asks who may, and changes nobody.
    private static async Task<HttpContent?> SameUserAsync(Matrix matrix, Person? caller, string target)
    {
        var account = await matrix.Server.Database.ReadAsync(s => AccountStore.FindAsync(s, Guid.Parse(target)), CancellationToken.None);
        return await Json(account is null
            ? new { email = "nobody@example.com", displayName = "无人", roles = new[] { "provider" }, organisationId = (Guid?)null }
            : new { email = account.Email, displayName = account.DisplayName, roles = account.RoleList.Select(Codes.Of).ToArray(), organisationId = account.OrganisationId });
    }

    private static Task<HttpContent?> File(string kind, string owner)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(kind), "kind" },
            { new StringContent("true"), "dryRun" },
            { new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { title = "标题" })), "file", "rows.jsonl" },
        };
        if (owner.Length > 0)
        {
            form.Add(new StringContent(owner), "organisationId");
        }

        return Task.FromResult<HttpContent?>(form);
    }
}
