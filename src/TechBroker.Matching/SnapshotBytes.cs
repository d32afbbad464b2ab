namespace TechBroker.Matching;

/// <summary>Takes the next bytes of a snapshot.</summary>
public delegate void TakeBytes(ReadOnlySpan<byte> bytes);

/// <summary>Fills the span with the next bytes of a snapshot, wholly.</summary>
public delegate void GiveBytes(Span<byte> bytes);
