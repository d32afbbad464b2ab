using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>What a row of a ceremony can be: a contract or an investment.</summary>
internal interface ISigningKind
{
    /// <summary>The row's <c>kind</c>.</summary>
    string Name { get; }

    /// <summary>Reads and checks the row's own body, without its kind.</summary>
    Task<SigningRow> ReadAsync(ReadOnlyMemory<byte> json, CancellationToken ct);
}

/// <summary>A row that was read: what is wrong with its shape, or how it is recorded in the batch's transaction.</summary>
internal sealed record SigningRow(IReadOnlyList<Fault> Faults, RecordRow? RecordAsync);

/// <returns>The id of what was recorded, or why it was refused.</returns>
internal delegate Task<(Guid Id, Problem? Refused)> RecordRow(WriteSession session, Caller caller, Guid ceremonyId, DateTimeOffset now);
