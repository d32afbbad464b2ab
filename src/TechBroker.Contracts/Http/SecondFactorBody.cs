namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /me/second-factor.</summary>
public sealed record BeginSecondFactorBody
{
    public string? Password { get; init; }
}

/// <summary>What an authenticator app needs; shown once.</summary>
public sealed record SecondFactorSecretBody
{
    /// <summary>Base32, to be typed in.</summary>
    public required string Secret { get; init; }

    /// <summary>The same as otpauth:// address, to be shown as a QR code.</summary>
    public required string Uri { get; init; }
}

/// <summary>Body of POST /me/second-factor/confirm.</summary>
public sealed record ConfirmSecondFactorBody
{
    /// <summary>Six digits of the authenticator app.</summary>
    public string? Code { get; init; }
}

/// <summary>Body of DELETE /me/second-factor and of POST /me/recovery-codes.</summary>
public sealed record ProveSecondFactorBody
{
    public string? Password { get; init; }

    /// <summary>Six digits of the authenticator app, or a recovery code.</summary>
    public string? Code { get; init; }
}

/// <summary>Codes that stand in for the authenticator app, once each; shown once.</summary>
public sealed record RecoveryCodesBody
{
    public required IReadOnlyList<string> RecoveryCodes { get; init; }
}
