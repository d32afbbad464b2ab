using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Privacy;

/// <summary>What is held about one person, read for that person: no secrets, and nothing that tells of somebody else.</summary>
public static class PersonalDataStore
{
    public static Task<IReadOnlyList<HeldSession>> SessionsAsync(SqlSession session, Guid id) => session.ListAsync<HeldSession>(
        "SELECT Id, Kind, CreatedAt, LastSeenAt, EndsAt, Address, UserAgent, RevokedAt, RevokedBecause FROM LoginSession WHERE AccountId = @id ORDER BY CreatedAt", new { id });

    public static Task<IReadOnlyList<HeldKey>> KeysAsync(SqlSession session, Guid id) => session.ListAsync<HeldKey>(
        "SELECT Id, Name, Scope, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt FROM ApiKey WHERE AccountId = @id ORDER BY CreatedAt", new { id });

    public static Task<IReadOnlyList<HeldLogin>> ExternalLoginsAsync(SqlSession session, Guid id) => session.ListAsync<HeldLogin>(
        "SELECT Provider, Subject, CreatedAt FROM ExternalLogin WHERE AccountId = @id ORDER BY CreatedAt", new { id });

    public static Task<IReadOnlyList<HeldLink>> LinksAsync(SqlSession session, Guid id) => session.ListAsync<HeldLink>(
        "SELECT Purpose, CreatedAt, ExpiresAt, UsedAt FROM OneTimeLink WHERE AccountId = @id ORDER BY CreatedAt", new { id });

    public static Task<IReadOnlyList<HeldPosting>> ListingsAsync(SqlSession session, Guid id) => session.ListAsync<HeldPosting>(
        "SELECT Id, Title, State, OrganisationId, Matched, CreatedAt FROM Listing WHERE PostedBy = @id ORDER BY CreatedAt", new { id });

    /// <summary>A need that the person posted for an organisation they no longer belong to is told by its id alone.</summary>
    public static Task<IReadOnlyList<HeldPosting>> NeedsAsync(SqlSession session, Guid id) => session.ListAsync<HeldPosting>(
        """
        SELECT n.Id, CASE WHEN n.OrganisationId IS NULL OR n.OrganisationId = a.OrganisationId THEN n.Title END AS Title, n.State, n.OrganisationId, n.Matched, n.CreatedAt
          FROM Need n JOIN Account a ON a.Id = n.PostedBy WHERE n.PostedBy = @id ORDER BY n.CreatedAt
        """,
        new { id });

    public static Task<IReadOnlyList<HeldImport>> ImportsAsync(SqlSession session, Guid id) => session.ListAsync<HeldImport>(
        "SELECT Id, Kind, FileName, State, CreatedAt, FinishedAt, PrunedAt FROM ImportJob WHERE PostedBy = @id ORDER BY CreatedAt", new { id });

    /// <summary>The person's own steps and words.</summary>
    public static Task<IReadOnlyList<HeldStep>> StepsAsync(SqlSession session, Guid id) => session.ListAsync<HeldStep>(
        "SELECT EngagementId, At, Action, Details FROM EngagementLog WHERE ActorId = @id ORDER BY At, EngagementId, Seq", new { id });

    /// <summary>Those that the person runs or has logged.</summary>
    public static Task<IReadOnlyList<HeldEngagement>> EngagementsAsync(SqlSession session, Guid id) => session.ListAsync<HeldEngagement>(
        "SELECT Id AS EngagementId, State, CASE WHEN ManagerId = @id THEN 'manager' ELSE 'loggedBy' END AS Part, CreatedAt FROM Engagement WHERE ManagerId = @id OR LoggedBy = @id ORDER BY CreatedAt", new { id });

    /// <summary>Those that the person entered, with the person's own words.</summary>
    public static Task<IReadOnlyList<HeldMeeting>> MeetingsAsync(SqlSession session, Guid id) => session.ListAsync<HeldMeeting>(
        "SELECT Id AS MeetingId, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, CreatedAt FROM Meeting WHERE CreatedBy = @id ORDER BY CreatedAt, Id", new { id });

    public static Task<IReadOnlyList<HeldConflict>> ConflictsAsync(SqlSession session, Guid id) => session.ListAsync<HeldConflict>(
        "SELECT Id, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt FROM ConflictDeclaration WHERE AccountId = @id ORDER BY DeclaredAt", new { id });

    public static Task<IReadOnlyList<HeldDisclosure>> DisclosuresAsync(SqlSession session, Guid id) => session.ListAsync<HeldDisclosure>(
        "SELECT NeedId, EngagementId, At, CASE WHEN ByAccountId = @id THEN 'by' ELSE 'to' END AS Part FROM Disclosure WHERE ByAccountId = @id OR ToAccountId = @id ORDER BY At", new { id });

    public static Task<IReadOnlyList<HeldNotice>> NoticesAsync(SqlSession session, Guid id) => session.ListAsync<HeldNotice>(
        "SELECT Id, Kind, EngagementId, DealId, At, ReadAt FROM Notice WHERE AccountId = @id ORDER BY At", new { id });

    /// <summary>Mails to the person.</summary>
    public static Task<IReadOnlyList<HeldDelivery>> DeliveriesAsync(SqlSession session, Guid id) => session.ListAsync<HeldDelivery>(
        "SELECT Id, Kind, State, CreatedAt, FinishedAt FROM Delivery WHERE AccountId = @id ORDER BY CreatedAt", new { id });

    /// <summary>Which answers are kept, not what they say: that stands in the other kinds.</summary>
    public static Task<IReadOnlyList<HeldAnswer>> AnswersAsync(SqlSession session, Guid id) => session.ListAsync<HeldAnswer>(
        "SELECT Status, At FROM IdempotentAnswer WHERE About = @id OR (RequestKey >= @from AND RequestKey < @to) ORDER BY At", new { id, from = $"{id:D} ", to = $"{id:D}!" });
}
