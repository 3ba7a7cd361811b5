using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.DonorReports.Remarks;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.DonorReports;

/// <summary>Registers donor reports, from the snapshot to the verification of what was issued, and the tasks of signing and
/// revising.</summary>
internal static class DonorReportsRegistration
{
    public static IServiceCollection AddDonorReports(this IServiceCollection services) =>
        services
            .AddSingleton(new ErasureExemption(DonorReportRows.Prefix))
            .AddSingleton(new ErasureExemption(DonorReportRows.TextsPrefix))
            .AddSingleton<DonorReportSigningService>()
            .AddSingleton<DonorReportMails>()
            .AddSingleton<DonorReportEditingService>()
            .AddSingleton<DonorReportLinks>()
            .AddSingleton<PublicationService>()
            .AddSingleton<ReportTemplateService>()
            .AddSingleton<MultilateralFactsQuery>()
            .AddSingleton<OwnFactsQuery>()
            .AddSingleton<SnapshotBuilder>()
            .AddSingleton<DonorReportArchive>()
            .AddSingleton<StoredReportVerification>()
            .AddSingleton<RegisterStore>()
            .AddSingleton<IBlobClaims, RegisterBlobClaims>()
            .AddSingleton<IBlobClaims, DonorReportBlobClaims>()
            .Keeps(PlaceKind.Container, RegisterStore.Container, "Registers of workshops and of survey scores, as they were imported.")
            .Keeps(
                PlaceKind.Container,
                DonorReportArchive.Container,
                "Donor reports: for each version its snapshot, its renderings and a manifest with the SHA-256 of each; annexes."
            )
            .AddSingleton<IRestatedFigures, RestatedDonorReports>()
            .AddSingleton<ITaskKind, SignDonorReportTask>()
            .AddSingleton<ITaskKind, ReviseDonorReportTask>()
            .AddSingleton<ITaskKind, ReadDonorReportTask>()
            .AddSingleton<ITaskKind, AnswerDonorQuestionTask>()
            .AddSingleton<DonorRemarkService>()
            .AddSingleton<ITaskPlaces, DonorReportTaskPlaces>()
            .AddSingleton<IExpectedWork, ExpectedDonorAnswers>();
}
