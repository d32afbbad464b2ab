using MassTransit;

namespace TechBroker.Benchmarks.Peers;

/// <summary>A bus of the peer's own, beside the one that the API under it has registered. Public, because MassTransit makes a class for it in an assembly of its own.</summary>
public interface IPeerTransport : IBus;
