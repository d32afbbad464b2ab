using TechBroker.Domain;

namespace TechBroker.Storage.Processes;

/// <summary>
/// Something that may keep the service from being ready. Every one that is registered is asked at each GET /health/ready, so it must answer
/// in milliseconds and from memory or by a cheap statement; what it throws counts as the database being down where it is a DbException.
/// </summary>
public interface IReadinessReason
{
    /// <returns>What is wrong now; none where all is well.</returns>
    Task<IReadOnlyList<ReadinessReason>> FindAsync(CancellationToken ct);
}

/// <param name="Code">Stable, such as <c>no-worker</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">A sentence for the people of the centre: what is wrong, what happens meanwhile, what to do. No text of anybody's.</param>
public sealed record ReadinessReason(string Code, ReadinessLevel Level, Text Message);

/// <summary>The worst of all reasons is the service's state.</summary>
public enum ReadinessLevel
{
    /// <summary>Worth knowing; as ready as ever.</summary>
    Information,

    /// <summary>Answers are right and work is kept, but something waits (200, degraded).</summary>
    Degraded,

    /// <summary>Nothing should be sent here now (503, down).</summary>
    Down,
}
