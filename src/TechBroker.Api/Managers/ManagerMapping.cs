using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Managers;

namespace TechBroker.Api.Managers;

/// <summary>Managers, shifts and absences in HTTP's words.</summary>
internal static class ManagerMapping
{
    public static ManagerBody ToBody(this ManagerView manager)
    {
        var profile = manager.Profile;
        return new ManagerBody
        {
            Id = manager.Id,
            DisplayName = manager.DisplayName,
            Revision = profile.Revision,
            Level = Codes.Of(profile.Level),
            Fields = profile.Fields,
            Regions = profile.Regions,
            Languages = profile.Languages,
            Employer = profile.Employer,
            Source = profile.Source,
            Capacity = profile.Capacity,
            Live = manager.Live,
            Pending = manager.Pending,
            Desk = manager.Desk,
            Away = manager.Away,
            UpdatedAt = profile.UpdatedAt,
        };
    }

    public static Answer ToAnswer(this ManagerView manager) => new(200, manager.ToBody()) { Revision = manager.Profile.Revision, About = manager.Id };

    public static ShiftBody ToBody(this DeskShift shift) => new() { Id = shift.Id, ManagerId = shift.ManagerId, From = shift.From, To = shift.To, Desk = shift.Desk };

    public static AbsenceBody ToBody(this Absence absence, bool withReason) => new()
    {
        Id = absence.Id,
        ManagerId = absence.ManagerId,
        From = absence.From,
        To = absence.To,
        Reason = withReason ? absence.Reason : null,
    };
}
