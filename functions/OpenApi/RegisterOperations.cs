using ACip.Functions.Api;
using ACip.Functions.Api.Programme;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on people, agreements, administrations, calendars and policies.</summary>
internal static class RegisterOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/people",
            "getRegisteredPeople",
            "People with their roles and validity dates; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<Person>),
            Paged: true
        )
        {
            Columns = new PersonList().Columns,
        },
        new("get", "/api/people/{id}", "getPerson", "One person.", ApiCaller.SignedIn, typeof(Person), Tagged: false),
        new(
            "put",
            "/api/people/{id}",
            "savePerson",
            "Replaces the entry: notices that are left out go out again as the programme sends them. If-Match is needed, or If-None-Match: * for a new one; a reason where roles or the address change. Approver, IntegrityOfficer and Auditor wait for a confirmation.",
            ApiCaller.SignedIn,
            typeof(Person),
            typeof(RegisterEndpoints.PersonEntry)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "post",
            "/api/people/{id}/roles/decision",
            "decideRoles",
            "Confirms the roles of a person that wait, or refuses them with a reason; for an approver who neither proposed nor gets them.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
        new(
            "post",
            "/api/people/{id}/departure",
            "departPerson",
            "Roles pass on, open tasks move, tokens die.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Departure)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "get",
            "/api/agreements",
            "getAgreements",
            "Grant agreements with their frameworks; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<GrantAgreement>),
            Paged: true
        )
        {
            Columns = new AgreementList().Columns,
        },
        new(
            "get",
            "/api/agreements/{id}",
            "getAgreement",
            "One grant agreement.",
            ApiCaller.SignedIn,
            typeof(GrantAgreement),
            Tagged: false
        ),
        new(
            "put",
            "/api/agreements/{id}",
            "saveAgreement",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(GrantAgreement),
            typeof(GrantAgreement)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new("get", "/api/agreements/{id}/coverage", "getCoverage", "Which of the donor's indicators nobody feeds.", ApiCaller.SignedIn),
        new(
            "get",
            "/api/administrations/{id}",
            "getAdministration",
            "One administration.",
            ApiCaller.SignedIn,
            typeof(Administration),
            Tagged: false
        ),
        new(
            "put",
            "/api/administrations/{id}",
            "saveAdministration",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(Administration),
            typeof(Administration)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/agreements/{id}/allocations",
            "getAllocations",
            "What of the grant is meant for whom, and when; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<FundingAllocation>),
            Paged: true
        ),
        new(
            "get",
            "/api/agreements/{id}/allocations/{allocation}",
            "getAllocation",
            "One allocation.",
            ApiCaller.SignedIn,
            typeof(FundingAllocation),
            Tagged: false
        ),
        new(
            "put",
            "/api/agreements/{id}/allocations/{allocation}",
            "saveAllocation",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(FundingAllocation),
            typeof(FundingAllocation)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/calendars/{id}",
            "getCalendar",
            "Zone, weekend, holidays and reporting periods of an administration, or of the secretariat.",
            ApiCaller.SignedIn,
            typeof(CalendarEndpoints.CalendarAnswer),
            Tagged: false
        ),
        new(
            "put",
            "/api/calendars/{id}",
            "saveCalendar",
            "Replaces holidays and periods; If-Match is needed. Zone and weekend are the administration's own.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(AdministrationCalendar)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/policies/approval",
            "getApprovalPolicy",
            "From which size on a plan needs a second approver.",
            ApiCaller.SignedIn,
            typeof(ApprovalPolicy),
            Tagged: false
        ),
        new(
            "put",
            "/api/policies/approval",
            "saveApprovalPolicy",
            "Replaces the policy; If-Match is needed.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ApprovalPolicy)
        )
        {
            Seen = ApiSeen.MustSay,
        },
    ];
}
