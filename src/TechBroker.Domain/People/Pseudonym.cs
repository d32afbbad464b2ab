namespace TechBroker.Domain.People;

/// <summary>What somebody is called whose account was deleted: the same everywhere, and nothing of what they were called before.</summary>
public static class Pseudonym
{
    private const int Length = 8;

    public static Text Of(Guid accountId)
    {
        var mark = accountId.ToString("N")[..Length].ToUpperInvariant();
        return new Text($"已注销用户-{mark}", $"former user {mark}");
    }

    /// <summary>Takes the address's place, which two accounts must not share; there is no such host (RFC 2606).</summary>
    public static string EmailOf(Guid accountId) => $"{accountId:N}@deleted.invalid";
}
