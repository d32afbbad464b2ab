namespace TechBroker.Matching.Indexing;

/// <summary>An item on its way into the index.</summary>
/// <param name="Document">The item, opened.</param>
/// <param name="Hidden">A blind or private need.</param>
/// <param name="Notice">What everyone may read of a hidden need, under the same id.</param>
internal sealed record NewItem(Document Document, bool Hidden, Document? Notice);
