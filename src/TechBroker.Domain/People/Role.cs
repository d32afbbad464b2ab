namespace TechBroker.Domain.People;

/// <summary>What a person does here. One person may have several.</summary>
public enum Role
{
    /// <summary>Lists results for an organisation.</summary>
    Provider,

    /// <summary>Posts an organisation's needs.</summary>
    Seeker,

    /// <summary>Technology manager: brings both sides together.</summary>
    Manager,

    /// <summary>Runs the centre: organisations, people, figures, audit.</summary>
    Organiser,

    /// <summary>Runs the system.</summary>
    Admin,
}
