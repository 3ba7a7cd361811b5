using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>People and their absences, agreements, calendars, and the registers, policies and tasks by API.</summary>
internal static class ProgrammeRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ListAgreements", "GET", "agreements", Of(Right.ReadProgramme)),
        new("EditAgreement", "GET", "agreements/{id}", Of(Right.ReadProgramme)),
        new("EditAgreement", "POST", "agreements/{id}", Of(Right.ManageProgramme)),
        new("GetAdministrations", "GET", "api/administrations", Of(Right.ReadProgramme)),
        new("ApiAdministration", "GET", "api/administrations/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveAdministration", "PUT", "api/administrations/{id}", Of(Right.ManageProgramme)),
        new("ApiAgreements", "GET", "api/agreements", Of(Right.ManageProgramme)),
        new("ApiAgreement", "GET", "api/agreements/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveAgreement", "PUT", "api/agreements/{id}", Of(Right.ManageProgramme)),
        new("ApiAllocations", "GET", "api/agreements/{id}/allocations", Of(Right.ManageProgramme)),
        new("ApiAllocation", "GET", "api/agreements/{id}/allocations/{allocation}", Of(Right.ManageProgramme)),
        new("ApiSaveAllocation", "PUT", "api/agreements/{id}/allocations/{allocation}", Of(Right.ManageProgramme)),
        new("ApiCoverage", "GET", "api/agreements/{id}/coverage", Of(Right.ReadProgramme)),
        new("ApiCalendar", "GET", "api/calendars/{id}", Of(Right.ReadProgramme)),
        new("ApiSaveCalendar", "PUT", "api/calendars/{id}", Of(Right.ManageProgramme)),
        new("ApiPeople", "GET", "api/people", Of(Right.ReadPeople)),
        new("ApiPerson", "GET", "api/people/{id}", Of(Right.ReadPeople)),
        new("ApiSavePerson", "PUT", "api/people/{id}", Of(Right.ManageProgramme)),
        new("ApiPersonDeparts", "POST", "api/people/{id}/departure", Of(Right.ManageProgramme)),
        new("ApiDecideRoles", "POST", "api/people/{id}/roles/decision", Of(Right.ConfirmRoles)),
        new("ApiApprovalPolicy", "GET", "api/policies/approval", Of(Right.ReadProgramme)),
        new("ApiSaveApprovalPolicy", "PUT", "api/policies/approval", Of(Right.ManageProgramme)),
        new("GetProgramme", "GET", "api/programme", Of(Right.ReadProgramme)),
        new("PeopleListEndpoint", "GET", "api/programme/people", MasterKey),
        new("LoadSampleEndpoint", "POST", "api/programme/sample", MasterKey),
        new("ApiAbsences", "GET", "api/absences", Of(Right.ApprovePlan)),
        new("ApiNameSubstitute", "POST", "api/absences", Of(Right.ApprovePlan)),
        new("ApiEndAbsence", "POST", "api/absences/end", Of(Right.ApprovePlan)),
        new("AbsencePageEndpoint", "GET", "absence", Of(Right.ApprovePlan)),
        new("AbsencePageEndpoint", "POST", "absence", Of(Right.ApprovePlan)),
        new("ApiReminderPolicies", "GET", "api/policies/reminders", Of(Right.ReadProgramme)),
        new("ApiNewReminderPolicy", "POST", "api/policies/reminders", Of(Right.ManageProgramme)),
        new("GetTasks", "GET", "api/tasks", Of(Right.ReadProgramme)),
        new("ListCalendars", "GET", "calendars", Of(Right.ReadProgramme)),
        new("EditCalendar", "GET", "calendars/{id}", Of(Right.ManageProgramme)),
        new("EditCalendar", "POST", "calendars/{id}", Of(Right.ManageProgramme)),
        new("NoticesPageEndpoint", "GET", "notices", Everybody),
        new("NoticesPageEndpoint", "POST", "notices", Everybody),
        new("ListPeople", "GET", "people", Of(Right.ReadPeople)),
        new("EditPerson", "GET", "people/{id}", Of(Right.ReadPeople)),
        new("EditPerson", "POST", "people/{id}", Of(Right.ManageProgramme)),
        new("PersonDepartureForm", "POST", "people/{id}/departure", Of(Right.ManageProgramme)),
        new("PersonErasureForm", "POST", "people/{id}/erasure", Of(Right.ManageProgramme)),
        new("PersonRolesForm", "POST", "people/{id}/roles", Of(Right.ConfirmRoles)),
    ];
}
