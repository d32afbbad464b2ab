namespace TechBroker.Composition;

/// <summary>Section <c>Bootstrap</c>: the first administrator, made at the first start only.</summary>
internal sealed record BootstrapOptions
{
    public string? AdminEmail { get; set; }

    public string? AdminPassword { get; set; }

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() => (AdminEmail is null) == (AdminPassword is null) ? null
        : AdminEmail is null ? "Bootstrap:AdminPassword is set without Bootstrap:AdminEmail; set both or neither."
        : "Bootstrap:AdminEmail is set without Bootstrap:AdminPassword; set both or neither.";
}
