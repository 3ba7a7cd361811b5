namespace ACip.Functions.OpenApi;

/// <summary>The subject of an operation. Operations with the same subject are grouped in the document and on one page.</summary>
/// <param name="Key">In addresses; a tag of the document.</param>
public sealed record ApiCapability(string Key, string Name, string About)
{
    private static readonly ApiCapability Programme =
            new("programme", "Programme", "The programme at one glance, administrations, tasks, and the lists of the pages."),
        People = new("people", "People and settings", "People, roles, absences, calendars and policies."),
        Plans = new("plans", "Action plans", "Plans: drafts, approval, versions, revisions, reviews."),
        Reports = new("reports", "Quarterly reports", "Reports: entries, decisions, more time, comments, restatements, evidence."),
        DonorReports = new("donor-reports", "Donor reports", "Reports to donors: texts, ratings, signing, publication, verification."),
        Grants = new("grants", "Grants", "Agreements, allocations, books, obligations, dossiers."),
        Surveys = new("surveys", "Surveys and performance", "CIPS surveys, the questionnaire, and the Performance Measurement Mechanism."),
        Multilateral = new("multilateral", "Multilateral work", "Initiatives, instruments, events, experts, meetings, coming and leaving."),
        Audit = new("audit", "Audit and mail", "The audit chains, their verification, and mail that was set aside."),
        Operations =
            new(
                "operations",
                "Operations",
                "For operators: health, status, export, import, verification; and what the mail service posts."
            );

    public static IReadOnlyList<ApiCapability> All { get; } =
    [Programme, People, Plans, Reports, DonorReports, Grants, Surveys, Multilateral, Audit, Operations];

    public static ApiCapability Of(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts[1] switch
        {
            "plans" when parts is [_, _, _, "reports" or "observations", ..] => Reports,
            "plans" when parts is [_, _, _, "dossier" or "history" or "recommendations", ..] => Grants,
            "plans" => Plans,
            "many-at-once" => Reports,
            "people" or "absences" or "calendars" or "policies" => People,
            "donor-reports" or "publications" or "report-templates" or "registers" => DonorReports,
            "agreements" => Grants,
            "surveys" or "questionnaire" or "pmm" => Surveys,
            "multilateral" or "events" or "meetings" or "onboarding" => Multilateral,
            "audit" or "verification" => Audit,
            "mail" when parts is [_, _, "aside", ..] => Audit,
            "mail" or "operations" or "health" or "openapi.json" => Operations,
            "programme" when parts.Length > 2 => Operations,
            "programme" or "administrations" or "tasks" or "lists" => Programme,
            var other => throw new InvalidOperationException($"No capability has /api/{other}: say so here."),
        };
    }
}
