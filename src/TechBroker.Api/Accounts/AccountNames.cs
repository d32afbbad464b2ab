namespace TechBroker.Api.Accounts;

/// <summary>How e-mail addresses are compared.</summary>
internal static class AccountNames
{
    public static string Normalize(string email) => email.Trim().ToUpperInvariant();
}
