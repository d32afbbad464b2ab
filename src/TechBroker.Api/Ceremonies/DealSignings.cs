using FluentValidation;
using TechBroker.Api.Deals;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Ceremonies;

/// <summary>Rows that are technology contracts.</summary>
internal sealed class DealSignings(IValidator<PostDealBody> validator, DealRecording recording) : ISigningKind
{
    public string Name => "deal";

    public async Task<SigningRow> ReadAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        var (body, faults) = await SigningRows.ReadAsync(json, validator, ct);
        return body is null ? new SigningRow(faults, null) : new SigningRow([], async (session, caller, ceremonyId, now) =>
        {
            var id = Guid.NewGuid();
            var (_, refused) = await recording.RecordAsync(session, caller, body, id, now, ceremonyId);
            return (id, refused);
        });
    }
}
