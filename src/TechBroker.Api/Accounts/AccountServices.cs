using FluentValidation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts.External;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Accounts.SecondFactor;
using TechBroker.Contracts.Http;
using TechBroker.Storage;
using TechBroker.Storage.People;

namespace TechBroker.Api.Accounts;

/// <summary>People: how they sign in, and who administers them.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, AuthOptions options, IReadOnlyList<OidcOptions> providers)
    {
        services.AddNewAccounts(options).AddSingleton<Refusals>().AddSingleton<Sessions>()
            .AddSingleton<SignIn.SignInDesk>().AddSingleton<CallerAuthentication>()
            .AddSingleton<IValidator<LoginBody>, LoginValidator>()
            .AddSingleton<IValidator<RefreshBody>, RefreshValidator>()
            .AddSingleton<IValidator<PostUserBody>>(p => p.GetRequiredService<PostUserValidator>())
            .AddSingleton<IValidator<PutUserBody>, PutUserValidator>()
            .AddSingleton<PasswordProof>().AddSingleton<Authenticators>().AddSingleton<ResetPassword>().AddSingleton<ForgotPassword>().AddPasswordLinks(options).AddSingleton<FirstAdministrator>()
            .AddSingleton<IValidator<ChangePasswordBody>, ChangePasswordValidator>()
            .AddSingleton<IValidator<ForgotPasswordBody>, ForgotPasswordValidator>()
            .AddSingleton<IValidator<ResetPasswordBody>, ResetPasswordValidator>()
            .AddSingleton<IValidator<FirstAdministratorBody>, FirstAdministratorValidator>()
            .AddSingleton<IValidator<BeginSecondFactorBody>, BeginSecondFactorValidator>()
            .AddSingleton<IValidator<ConfirmSecondFactorBody>, ConfirmSecondFactorValidator>()
            .AddSingleton<IValidator<ProveSecondFactorBody>, ProveSecondFactorValidator>()
            .AddSingleton<IValidator<PostApiKeyBody>, PostApiKeyValidator>();
        services.AddSingleton(_ => new ExternalProviders(providers, options)).AddSingleton<Sealed>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = GetAntiforgery.Header;
            antiforgery.Cookie.Name = "techbroker-antiforgery";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        return services.AddProtectionKeys();
    }

    /// <summary>The keys that encrypt what is stored and must be read again, with or without a server.</summary>
    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        // Beside the database, so that a backup of the folder holds both; what they encrypt is worthless without them.
        services.AddDataProtection().SetApplicationName("TechBroker");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<StorageOptions>((keys, storage) => keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                storage.OpenKeyDirectory(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance));
        return services;
    }

    /// <summary>What it takes to mail links for new passwords, with or without a server.</summary>
    public static IServiceCollection AddPasswordLinks(this IServiceCollection services, AuthOptions options) => services.AddSingleton(options).AddSingleton<OneTimeLinks>()
        .AddSingleton(p => new PasswordLinks((session, id) => p.GetRequiredService<OneTimeLinks>().MakeAddressAsync(session, id), options.LinkMinutes));

    /// <summary>What it takes to add people, with or without a server.</summary>
    public static IServiceCollection AddNewAccounts(this IServiceCollection services, AuthOptions options) => services
        .AddSingleton(options).AddSingleton<PasswordRules>().AddSingleton<Passwords>().AddSingleton<PostUserValidator>().AddSingleton<NewAccounts>();

    /// <summary>Plain pages, outside the API.</summary>
    public static void MapPages(IEndpointRouteBuilder app)
    {
        LinkPages.Map(app);
        ExternalCode.Map(app);
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.Group("/auth").WithTags("auth");
        SignIn.Map(auth);
        Refresh.Map(auth);
        SignOut.Map(auth);
        GetAntiforgery.Map(auth);
        ForgotPassword.Map(auth);
        ResetPassword.Map(auth);
        FirstAdministrator.Map(auth);
        ExternalSignIn.Map(auth);
        var me = api.Group("/me").WithTags("me");
        GetMe.Map(me);
        PostPassword.Map(me);
        ChangeSecondFactor.Map(me);
        MySessions.Map(me);
        MyApiKeys.Map(me);
        var users = api.Group("/users").WithTags("users");
        PostUser.Map(users);
        GetUsers.Map(users);
        PutUser.Map(users);
        PostPasswordLink.Map(users);
    }
}
