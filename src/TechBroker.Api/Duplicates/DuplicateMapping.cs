using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Duplicates;

namespace TechBroker.Api.Duplicates;

/// <summary>A pair in HTTP's words: ids only, so that what each of the two says is read, and recorded, where it is read anyway.</summary>
internal static class DuplicateMapping
{
    public static DuplicateBody ToBody(this Duplicate pair) => new()
    {
        Id = pair.Id,
        Kind = Codes.Of(pair.Side),
        A = pair.AId,
        B = pair.BId,
        Because = Codes.Of(pair.Because),
        SameOwner = pair.IsSameOwner,
        State = Codes.Of(pair.State),
        Keep = pair.KeepId,
        Decision = pair.Decision is { } decision ? Codes.Of(decision) : null,
        Note = pair.Note,
        FoundAt = pair.FoundAt,
        DecidedAt = pair.DecidedAt,
    };
}
