namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /me: what the caller corrects of their own data. Why it is held is said at /privacy.</summary>
public sealed record PutMeBody
{
    /// <summary>Shown to those the person works with here, so that they know whom they deal with; at most 100 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Signs the person in and receives links to set a new password; shown to the centre's administration only.</summary>
    public string? Email { get; init; }

    /// <summary>The current password; only where the e-mail address changes. Not kept.</summary>
    public string? Password { get; init; }
}
