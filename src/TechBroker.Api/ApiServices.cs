using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts;
using TechBroker.Api.Accounts.External;
using TechBroker.Api.Audit;
using TechBroker.Api.Ceremonies;
using TechBroker.Api.Deals;
using TechBroker.Api.Duplicates;
using TechBroker.Api.Engagements;
using TechBroker.Api.Evidence;
using TechBroker.Api.Health;
using TechBroker.Api.Http;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Running;
using TechBroker.Api.Investments;
using TechBroker.Api.Listings;
using TechBroker.Api.Live;
using TechBroker.Api.Managers;
using TechBroker.Api.Matches;
using TechBroker.Api.Needs;
using TechBroker.Api.Notices;
using TechBroker.Api.OpenApi;
using TechBroker.Api.Organisations;
using TechBroker.Api.Pages;
using TechBroker.Api.Privacy;
using TechBroker.Api.Processes;
using TechBroker.Api.Search;
using TechBroker.Api.Showcase;
using TechBroker.Api.Statistics;
using TechBroker.Api.Vocabularies;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Vocabularies;
using TechBroker.Matching;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Notices;

namespace TechBroker.Api;

public static class ApiServices
{
    /// <summary>Everything that the endpoints need, besides storage.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, ApiOptions options, AuthOptions auth, IReadOnlyList<OidcOptions> providers, EvidenceOptions evidence, WebhookOptions webhooks, VocabularySet vocabularies)
    {
        services.AddAccounts(auth, providers);
        services.AddSingleton(options).AddSingleton(vocabularies);
        services.AddSingleton<Writes>().AddSingleton<Reading>().AddSingleton<StreamPlaces>().AddSingleton<MarketSearch>().AddSingleton<GetWhy>().AddSingleton<OwnerNames>().AddSingleton<GetMarket>().AddSingleton<ListingAnswers>().AddSingleton<NeedAnswers>();
        services
            .AddSingleton<IValidator<PutListingBody>, PutListingValidator>()
            .AddSingleton<IValidator<ReturnListingBody>, ReturnListingValidator>()
            .AddSingleton<IValidator<PutNeedBody>, PutNeedValidator>()
            .AddSingleton<IValidator<PostOrganisationBody>, PostOrganisationValidator>()
            .AddSingleton<IValidator<PutOrganisationBody>, PutOrganisationValidator>();
        services.AddEngagements();
        services.AddEvidence(evidence).AddInvestments().AddCeremonies();
        services.AddDeals();
        services.AddShowcase();
        services.AddManagers();
        services.AddDuplicates();
        services.AddPrivacy();
        services.AddNotices(webhooks);
        services.AddStatistics();
        services.AddSingleton<ImportFiles>().AddSingleton<ImportQueue>().AddHostedService(p => p.GetRequiredService<ImportQueue>()).AddImports();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddResponseCompression(compression => compression.EnableForHttps = true)
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Optimal);
        return services.AddExceptionHandler<UnexpectedErrors>().AddProblemDetails().AddRequestLimits(options).AddDocument();
    }

    /// <summary>Middleware in its order, then the endpoints by resource.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        var draining = app.Services.GetRequiredService<Draining>();
        app.Use(next => http => draining.MarkAsync(http, next));
        var limits = app.Services.GetRequiredService<CallerLimits>();
        app.UseTrustedProxies(app.Services.GetRequiredService<ApiOptions>());
        app.Use(next => http => SecurityHeaders.AddAsync(http, next));
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => WebPages.AnswerUnknownAsync(context.HttpContext));
        app.Use(next => http => SameOrigin.CheckAsync(http, next));
        app.UseRouting();
        app.Use(next => http => RequestTrace.RunAsync(http, next));
        app.UseRateLimiter();
        app.Use(next => http => app.Services.GetRequiredService<CallerAuthentication>().RunAsync(http, next));
        app.Use(next => http => limits.RunAsync(http, next));
        app.Use(next => http => AccessCheck.RunAsync(http, next));
        app.Use(next => http => limits.RunDearAsync(http, next));

        // The one large answer that holds no secret: compressing what does could tell of it by its length.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api/v1/vocabularies"), branch => branch.UseResponseCompression());

        var api = app.Group("/api/v1").AddEndpointFilter<FaultyBodies>();
        AccountServices.Map(api);
        PrivacyServices.Map(api);
        MapOrganisations(Group(api, "organisations"));
        MapListings(Group(api, "listings"));
        MapNeeds(Group(api, "needs"));
        GetMarket.Map(Group(api, "market"));
        GetShowcase.Map(Group(api, "showcase"));
        EngagementServices.MapEngagements(Group(api, "engagements"));
        GetPublicity.Map(Group(api, "publicity"));
        EngagementServices.MapConflicts(Group(api, "conflicts"));
        EvidenceServices.MapEvidence(Group(api, "deals"));
        InvestmentServices.MapInvestments(Group(api, "investments"));
        InvestmentServices.MapStatistics(Group(api, "statistics"));
        CeremonyServices.MapCeremonies(Group(api, "ceremonies"));
        DealServices.MapDeals(Group(api, "deals"));
        ManagerServices.Map(api);
        DuplicateServices.Map(Group(api, "duplicates"));
        NoticeServices.Map(api);
        MapImports(Group(api, "imports"));
        GetVocabularies.Map(Group(api, "vocabularies"));
        StatisticsRoutes.Map(Group(api, "statistics"));
        AuditRoutes.Map(Group(api, "audit"));
        ParkedMessages.ParkedMessages.Map(Group(api, "parked-messages"));
        GetProcesses.Map(Group(api, "processes"));
        GetStream.Map(api);
        Readiness.Map(app);
        WebPages.Map(app);
        BuiltFiles.Map(app);
        PlainStyle.Map(app);
        GetSigningList.MapStyle(app);
        AccountServices.MapPages(app);
        GetPrivacy.MapPage(app);
        app.MapOpenApi("/openapi/v1.json").WithMetadata(Rule.Anyone);
        app.CheckRules();
        return app;
    }

    /// <summary>What importing a file needs, with or without a server.</summary>
    internal static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IValidator<PostListingBody>, PostListingValidator>()
        .AddSingleton<IValidator<PostNeedBody>, PostNeedValidator>()
        .AddSingleton<ListingImport>().AddSingleton<NeedImport>().AddSingleton<ImportRunner>();

    private static RouteGroupBuilder Group(RouteGroupBuilder api, string resource) => api.Group("/" + resource).WithTags(resource);

    private static void MapOrganisations(RouteGroupBuilder organisations)
    {
        PostOrganisation.Map(organisations);
        GetOrganisations.Map(organisations);
        PutOrganisation.Map(organisations);
    }

    private static void MapImports(RouteGroupBuilder imports)
    {
        PostImport.Map(imports);
        GetImports.Map(imports);
        GetRejected.Map(imports);
        GetTemplate.Map(imports);
    }

    private static void MapListings(RouteGroupBuilder listings)
    {
        PostListing.Map(listings);
        GetListing.Map(listings);
        PutListing.Map(listings);
        StepListing.Map(listings);
        ReturnListing.Map(listings);
        SearchListings.Map(listings);
        GetMatches.Map(listings, Side.Listing);
        GetWhy.MapOfListing(listings);
        ShowcaseServices.MapListings(listings);
    }

    private static void MapNeeds(RouteGroupBuilder needs)
    {
        PostNeed.Map(needs);
        PreviewNeed.Map(needs);
        GetNeed.Map(needs);
        PutNeed.Map(needs);
        StepNeed.Map(needs);
        SearchNeeds.Map(needs);
        GetMatches.Map(needs, Side.Need);
        GetWhy.MapOfNeed(needs);
    }
}
