namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /me/password.</summary>
public sealed record ChangePasswordBody
{
    public string? CurrentPassword { get; init; }

    public string? NewPassword { get; init; }
}

/// <summary>Body of POST /auth/forgot.</summary>
public sealed record ForgotPasswordBody
{
    public string? Email { get; init; }
}

/// <summary>Body of POST /auth/reset.</summary>
public sealed record ResetPasswordBody
{
    /// <summary>From the link.</summary>
    public string? Token { get; init; }

    public string? NewPassword { get; init; }
}

/// <summary>A link to set a password with; whoever has it can.</summary>
public sealed record PasswordLinkBody
{
    public required string Link { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Body of POST /auth/first-administrator.</summary>
public sealed record FirstAdministratorBody
{
    /// <summary>From the link that the server printed at its start.</summary>
    public string? Token { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? DisplayName { get; init; }
}
