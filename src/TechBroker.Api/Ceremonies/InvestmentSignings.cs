using FluentValidation;
using TechBroker.Api.Investments;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Ceremonies;

/// <summary>Rows that are investments.</summary>
internal sealed class InvestmentSignings(IValidator<PostInvestmentBody> validator, InvestmentRecording recording) : ISigningKind
{
    public string Name => "investment";

    public async Task<SigningRow> ReadAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        var (body, faults) = await SigningRows.ReadAsync(json, validator, ct);
        return body is null ? new SigningRow(faults, null) : new SigningRow([], async (session, caller, ceremonyId, now) =>
        {
            var (recorded, refused) = await recording.RecordAsync(session, body with { CeremonyId = ceremonyId }, caller.AccountId, now);
            return (recorded?.Id ?? Guid.Empty, refused);
        });
    }
}
