using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>As whom somebody looks at an engagement.</summary>
/// <param name="AccountId">Who it is.</param>
/// <param name="Side">The side that the reader belongs to; null for the people of the centre.</param>
/// <param name="Disclosed">The need was opened to the reader by an introduction.</param>
/// <param name="Recused">One of the centre's people who has a conflict: to them the file is closed.</param>
internal sealed record EngagementReader(Guid AccountId, EngagementSide? Side, bool Disclosed, bool Recused)
{
    /// <summary>Managers and organisers without a conflict.</summary>
    public bool IsBroker => Side is null && !Recused;
}
