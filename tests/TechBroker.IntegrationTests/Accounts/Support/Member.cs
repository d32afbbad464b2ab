using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.People;

namespace TechBroker.IntegrationTests.Accounts.Support;

/// <summary>Somebody with an account and a password, who signs in over HTTP.</summary>
internal sealed record Member(TestServer Server, Guid Id, string Email, string Password)
{
    public const string Auth = "/api/v1/auth", Me = "/api/v1/me", Users = "/api/v1/users";

    public static async Task<Member> AddAsync(TestServer server, params Role[] roles)
    {
        var person = await server.AddPersonAsync(null, roles.Length > 0 ? roles : [Role.Manager]);
        var password = Secrets.Readable();
        var hash = await server.App.Services.GetRequiredService<Passwords>().HashAsync(password, CancellationToken.None);
        await server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET PasswordHash = @hash, SecurityStamp = @Id WHERE Id = @Id", new { hash, person.Id }), CancellationToken.None);
        return new Member(server, person.Id, person.Email, password);
    }

    /// <summary>Signs in as a program.</summary>
    public Task<Reply> SignInAsync(string? password = null, string? code = null, string? recoveryCode = null) =>
        Server.Anonymous.CallAsync(HttpMethod.Post, $"{Auth}/login", new { Email, Password = password ?? Password, Code = code, RecoveryCode = recoveryCode });

    /// <summary>A client of a new session.</summary>
    public async Task<HttpClient> ClientAsync(string? code = null)
    {
        var reply = (await SignInAsync(code: code)).Succeeds();
        return Server.With(reply.Json.GetProperty("accessToken").GetString()!);
    }

    public async Task<Account> ReadAsync() => (await Server.Database.ReadAsync(s => AccountStore.FindAsync(s, Id), CancellationToken.None))!;
}

internal static class MemberCalls
{
    public static async Task<Reply> CallAsync(this HttpClient http, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body, body.GetType(), null, ApiJson.Options) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public static Task<Reply> GetMeAsync(this HttpClient http) => http.CallAsync(HttpMethod.Get, Member.Me);

    /// <summary>A client with a bearer token.</summary>
    public static HttpClient With(this TestServer server, string token)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
