using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Conflicts;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Engagements;

/// <summary>Engagements and the conflicts of interest that keep people out of them.</summary>
internal static class EngagementServices
{
    public static IServiceCollection AddEngagements(this IServiceCollection services) => services
        .AddSingleton<IValidator<PostEngagementBody>, PostEngagementValidator>()
        .AddSingleton<IValidator<EngagementInterestBody>, EngagementInterestValidator>()
        .AddSingleton<IValidator<EngagementDeclineBody>, EngagementDeclineValidator>()
        .AddSingleton<IValidator<EngagementCloseBody>, EngagementCloseValidator>()
        .AddSingleton<IValidator<EngagementReopenBody>, EngagementReopenValidator>()
        .AddSingleton<IValidator<EngagementHandOverBody>, EngagementHandOverValidator>()
        .AddSingleton<IValidator<EngagementNegotiateBody>, EngagementNegotiateValidator>()
        .AddSingleton<IValidator<EngagementPublicityBody>, EngagementPublicityValidator>()
        .AddSingleton<IValidator<EngagementObjectionBody>, EngagementObjectionValidator>()
        .AddSingleton<IValidator<EngagementOutcomeBody>, EngagementOutcomeValidator>()
        .AddSingleton<IValidator<PostMeetingBody>, PostMeetingValidator>()
        .AddSingleton<IValidator<PutMeetingBody>, PutMeetingValidator>()
        .AddSingleton<IValidator<MeetingHoldBody>, MeetingHoldValidator>()
        .AddSingleton<IValidator<MeetingCancelBody>, MeetingCancelValidator>()
        .AddSingleton<IValidator<EngagementPassBody>, EngagementPassValidator>()
        .AddSingleton<IValidator<PutCreditBody>, PutCreditValidator>()
        .AddSingleton<IValidator<PostConflictBody>, PostConflictValidator>();

    public static void MapEngagements(RouteGroupBuilder engagements)
    {
        PostEngagement.Map(engagements);
        GetEngagements.Map(engagements);
        ExpressInterest.Map(engagements);
        DeclineEngagement.Map(engagements);
        IntroduceEngagement.Map(engagements);
        CloseEngagement.Map(engagements);
        ReopenEngagement.Map(engagements);
        HandOverEngagement.Map(engagements);
        PostMeeting.Map(engagements);
        ChangeMeeting.Map(engagements);
        GetMeetings.Map(engagements);
        NegotiateEngagement.Map(engagements);
        PubliciseEngagement.Map(engagements);
        ObjectToPublicity.Map(engagements);
        RecordOutcome.Map(engagements);
        AcceptEngagement.Map(engagements);
        PassEngagement.Map(engagements);
        PutCredit.Map(engagements);
    }

    public static void MapConflicts(RouteGroupBuilder conflicts)
    {
        PostConflict.Map(conflicts);
        GetConflicts.Map(conflicts);
        WithdrawConflict.Map(conflicts);
    }
}
