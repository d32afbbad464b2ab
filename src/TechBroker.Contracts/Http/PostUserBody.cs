namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /users.</summary>
public sealed record PostUserBody : UserFields
{
    /// <summary>8 to 256 characters, none of the passwords that everybody uses.</summary>
    public string? Password { get; init; }
}
