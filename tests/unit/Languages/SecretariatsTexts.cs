namespace ACip.Tests.Unit.Languages;

/// <summary>What only the Secretariat, donors and auditors read, and what is therefore said in English, French and Spanish alone. A place
/// that is not named here is one that coordinators may come to.</summary>
internal static class SecretariatsTexts
{
    private static readonly string[] Places =
    [
        "functions/Api/DonorReports/",
        "functions/Pages/Audit/AuditPage",
        "functions/Pages/Audit/AuditWords",
        "functions/Pages/Dashboard/DashboardBody",
        "functions/Pages/Dashboard/DashboardPage",
        "functions/Pages/Dashboard/MatrixColumns",
        "functions/Pages/Dashboard/StuckWords",
        "functions/Pages/DonorReports/",
        "functions/Pages/Finance/",
        "functions/Pages/Frame/LanguageChoice",
        "functions/Pages/Help/Secretariat/",
        "functions/Pages/Mail/",
        "functions/Pages/ManyAtOnce/",
        "functions/Pages/Meetings/",
        "functions/Pages/Multilateral/",
        "functions/Pages/Obligations/",
        "functions/Pages/Onboarding/",
        "functions/Pages/Operations/",
        "functions/Pages/Performance/PmmReferencePage",
        "functions/Pages/Programme/Absence",
        "functions/Pages/Programme/Agreement",
        "functions/Pages/Programme/Calendar",
        "functions/Pages/Programme/Coverage",
        "functions/Pages/Programme/PeoplePage",
        "functions/Pages/Programme/PersonErasure",
        "functions/Pages/Programme/PersonPage",
        "functions/Pages/Programme/RoleWords",
        "functions/Pages/Programme/WeekdayWords",
        "functions/Pages/Settings/",
        "functions/Pages/Surveys/QuestionnaireEdit",
        "workflows/DonorReports/",
        "workflows/Dossiers/",
        "workflows/Events/",
        "workflows/Finance/",
        "workflows/Messaging/Heartbeat/",
        "workflows/Messaging/Letters/SecretariatLetters",
        "workflows/Multilateral/Experts/ExpertMatching",
        "workflows/Obligations/",
        "workflows/Onboarding/Donors/",
        "workflows/Overviews/Overview",
        "workflows/Overviews/PeriodCoverage",
        "workflows/Overviews/WeeklyOverview",
        "workflows/QuarterlyReports/ManyAtOnce/",
        "workflows/Registers/",
        "workflows/Surveys/CipsRegisterReader",
    ];

    /// <summary>Letters to the Secretariat and to donors, in files that hold those to coordinators, too.</summary>
    private static readonly string[] Letters =
    [
        "DonorReport",
        "NeedsPersonHow",
        "NeedsPersonIntro",
        "NeedsPersonSubject",
        "NeedsPersonTask",
        "Suppressed",
        "Unsubscribed",
    ];

    /// <param name="place">Path from the root.</param>
    public static bool Are(string place, string key) =>
        Places.Any(one => place.StartsWith(one, StringComparison.Ordinal))
        || (
            place.StartsWith("workflows/Messaging/Letters/NoticeLetters", StringComparison.Ordinal)
            && Letters.Any(one => key.StartsWith(one, StringComparison.Ordinal))
        );
}
