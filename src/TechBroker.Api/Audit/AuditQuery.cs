using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Storage.Audit;

namespace TechBroker.Api.Audit;

/// <summary>The conditions that a search and an export of the audit record share.</summary>
internal static class AuditQuery
{
    private const int LongestCode = 64;

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("from", "Entries from this time on, such as 2027-03-31 or 2027-03-31T08:00:00Z."),
        new("to", "Entries before this time."),
        new("actorId", "Entries of this account."),
        new("action", "An action, or what several begin with: listing.published, listing."),
        new("subject", "Kind of what it was done to: listing, need, account, session …"),
        new("subjectId", "What it was done to."),
    ];

    public static AuditFilter Read(Query query) => new()
    {
        From = query.Time("from"),
        To = query.Time("to"),
        ActorId = query.Id("actorId"),
        ActionPrefix = Code(query, "action"),
        Subject = Code(query, "subject"),
        SubjectId = query.Id("subjectId"),
    };

    // An export enters its conditions into the record, which must never hold what somebody typed.
    private static string? Code(Query query, string name)
    {
        var text = query.Text(name, LongestCode);
        if (text is null || text.All(c => char.IsAsciiLetter(c) || c is '.'))
        {
            return text;
        }

        query.Wrong(name, new("只能包含字母和句点。", "It has letters and full stops only."));
        return null;
    }
}
