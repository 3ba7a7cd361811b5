using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Donor reports, their templates and registers, and what is published.</summary>
internal static class DonorReportRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GetDonorReports", "GET", "api/donor-reports", Of(Right.ReadProgramme)),
        new("GetDonorReport", "GET", "api/donor-reports/{agreement}/{period}", Of(Right.ReadProgramme)),
        new("DonorReportAnnexEndpoints", "PUT", "api/donor-reports/{agreement}/{period}/annexes/{fileName}", Of(Right.ManageProgramme)),
        new("DonorReportChoiceEndpoints", "PUT", "api/donor-reports/{agreement}/{period}/choice", Of(Right.ManageProgramme)),
        new("DonorReportDecisionEndpoint", "POST", "api/donor-reports/{agreement}/{period}/decision", Of(Right.SignDonorReport)),
        new("LineageEndpoints", "GET", "api/donor-reports/{agreement}/{period}/lineage", Of(Right.VerifyAudit)),
        new("OutcomeRatingEndpoint", "PUT", "api/donor-reports/{agreement}/{period}/ratings/{result}", Of(Right.ManageProgramme)),
        new("DonorReportRevisionEndpoints", "POST", "api/donor-reports/{agreement}/{period}/revision", Of(Right.ManageProgramme)),
        new("GetDonorReportTexts", "GET", "api/donor-reports/{agreement}/{period}/texts", Of(Right.ManageProgramme)),
        new("DonorReportTextEndpoints", "PUT", "api/donor-reports/{agreement}/{period}/texts", Of(Right.ManageProgramme)),
        new("DonorReportTranslationEndpoints", "PUT", "api/donor-reports/{agreement}/{period}/translations", Of(Right.ManageProgramme)),
        new("VerifyDonorReport", "GET", "api/donor-reports/{agreement}/{period}/verify", DonorReportReaders),
        new("GetPublication", "GET", "api/publications/{agreement}", Of(Right.ReadProgramme)),
        new("PublicationEndpoints", "PUT", "api/publications/{agreement}", Of(Right.SignDonorReport)),
        new("ApiReportTemplates", "GET", "api/report-templates", Of(Right.ManageProgramme)),
        new("ApiReportTemplate", "GET", "api/report-templates/{template}", Of(Right.ManageProgramme)),
        new("ApiSaveReportTemplate", "PUT", "api/report-templates/{template}", Of(Right.ManageProgramme)),
        new("RegisterImportEndpoints", "POST", "api/registers/{register}", Of(Right.ManageProgramme)),
        new("DonorLinkEndpoints", "GET", "donor-links/{token}", Link),
        new("DonorLinkEndpointsAcknowledgement", "POST", "donor-links/{token}/acknowledgement", Link),
        new("DonorLinkEndpointsFile", "GET", "donor-links/{token}/{language}/{file}", Link),
        new("DonorReportListEndpoint", "GET", "donor-reports", Everybody),
        new("DonorReportPageEndpoint", "GET", "donor-reports/{agreement}/{period}", DonorReportReaders),
        new("DonorReportDecisionFormEndpoint", "POST", "donor-reports/{agreement}/{period}/decision", Of(Right.SignDonorReport)),
        new("FirstTextsFormEndpoint", "POST", "donor-reports/{agreement}/{period}/first", Of(Right.ManageProgramme)),
        new("FinalTextFormEndpoint", "POST", "donor-reports/{agreement}/{period}/final-texts", Of(Right.ManageProgramme)),
        new("LineagePageEndpoint", "GET", "donor-reports/{agreement}/{period}/lineage", Of(Right.VerifyAudit)),
        new("OutcomeRatingFormEndpoint", "POST", "donor-reports/{agreement}/{period}/ratings", Of(Right.ManageProgramme)),
        new("DonorReportFiles", "GET", "donor-reports/{agreement}/{period}/{language}/{file}", DonorReportReaders),
        new("PublicationPageEndpoint", "GET", "agreements/{id}/publication", Of(Right.ReadProgramme)),
        new("PublicationPageEndpoint", "POST", "agreements/{id}/publication", Of(Right.SignDonorReport)),
        new("AgreementTemplateFormEndpoint", "POST", "agreements/{id}/report-template", Of(Right.ManageProgramme)),
        new("PublishedActivity", "GET", "published/{agreement}/iati.xml", Anybody),
        new("PublishedDocument", "GET", "published/{agreement}/{language}/{file}", Anybody),
        new("RegisterPageEndpoint", "GET", "registers", Of(Right.ManageProgramme)),
        new("RegisterForm", "POST", "registers/{register}", Of(Right.ManageProgramme)),
    ];
}
