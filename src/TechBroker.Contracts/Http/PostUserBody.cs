namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /users.</summary>
public sealed record PostUserBody : UserFields
{
    /// <summary>
    /// 8 to 256 characters, none of the passwords that everybody uses. Without one the answer has a link to set it. Proves that it is the
    /// person who signs in; kept as a slow hash only.
    /// </summary>
    public string? Password { get; init; }
}
