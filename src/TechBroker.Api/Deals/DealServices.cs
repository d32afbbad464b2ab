using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Deals;

/// <summary>Technology contracts and their ledger.</summary>
internal static class DealServices
{
    public static IServiceCollection AddDeals(this IServiceCollection services) => services
        .AddSingleton<DealRecording>()
        .AddSingleton<IValidator<PostDealBody>, PostDealValidator>()
        .AddSingleton<IValidator<DealApprovalBody>, DealApprovalValidator>()
        .AddSingleton<IValidator<DealRegistrationBody>, DealRegistrationValidator>()
        .AddSingleton<IValidator<DealRefusalBody>, DealRefusalValidator>()
        .AddSingleton<IValidator<DealPaymentBody>, DealPaymentValidator>()
        .AddSingleton<IValidator<DealReversalBody>, DealReversalValidator>()
        .AddSingleton<IValidator<DealCompletionBody>, DealCompletionValidator>()
        .AddSingleton<IValidator<DealBreachBody>, DealBreachValidator>()
        .AddSingleton<IValidator<DealTerminationBody>, DealTerminationValidator>();

    public static void MapDeals(RouteGroupBuilder deals)
    {
        PostDeal.Map(deals);
        GetDeals.Map(deals);
        ApproveDeal.Map(deals);
        RegisterDeal.Map(deals);
        RefuseDeal.Map(deals);
        PayDeal.Map(deals);
        ReversePayment.Map(deals);
        ReverseDeal.Map(deals);
        CompleteDeal.Map(deals);
        BreachDeal.Map(deals);
        TerminateDeal.Map(deals);
    }
}
