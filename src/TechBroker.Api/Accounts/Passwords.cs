using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TechBroker.Storage.People;

namespace TechBroker.Api.Accounts;

/// <summary>
/// Hashes and checks passwords. It takes a core some 100 ms each, so only half the cores do it at a time and only so many may wait: a
/// flood of guesses must not keep everybody else from working.
/// </summary>
internal sealed class Passwords : IDisposable
{
    private const int MostWaiting = 64;

    private readonly PasswordHasher<Account> hasher;
    private readonly SemaphoreSlim room = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly string nobodysHash;
    private int waiting;

    public Passwords(AuthOptions options)
    {
        hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations }));
        nobodysHash = hasher.HashPassword(null!, Secrets.New(""));
    }

    /// <returns>Null where too many wait already.</returns>
    public Task<string?> HashAsync(string password, CancellationToken ct) => RunAsync(() => hasher.HashPassword(null!, password), ct);

    /// <summary>Takes as long for an account that does not exist, or has no password, as for one that does.</summary>
    /// <returns>Null where too many wait already.</returns>
    public async Task<PasswordVerificationResult?> CheckAsync(string? hash, string password, CancellationToken ct)
    {
        var result = await RunAsync(() => (object)hasher.VerifyHashedPassword(null!, hash ?? nobodysHash, password), ct) as PasswordVerificationResult?;
        return hash is null && result is not null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => room.Dispose();

    private async Task<T?> RunAsync<T>(Func<T> work, CancellationToken ct)
        where T : class
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await room.WaitAsync(ct);
            try
            {
                return await Task.Run(work, ct);
            }
            finally
            {
                room.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
