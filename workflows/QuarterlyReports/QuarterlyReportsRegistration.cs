using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.ManyAtOnce;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>Registers quarterly reports, their evidence, comments, restatements and tasks.</summary>
internal static class QuarterlyReportsRegistration
{
    public static IServiceCollection AddQuarterlyReports(this IServiceCollection services) =>
        services
            .AddSingleton<ReportService>()
            .AddSingleton<ReportMails>()
            .AddSingleton<MeasuredEntries>()
            .AddSingleton<ReportOfficerService>()
            .AddSingleton<TakingBackService>()
            .AddSingleton<IPlanReports, PlanReports>()
            .AddSingleton<ReportReplyReader>()
            .AddSingleton<ReportReplies>()
            .AddSingleton<ReplyCompanions>()
            .AddSingleton<ReportReplyMails>()
            .AddSingleton<ReportLinkAnswers>()
            .AddSingleton<CommentService>()
            .AddSingleton<CommentMails>()
            .AddSingleton<RestatementService>()
            .AddSingleton<RestatementMails>()
            .AddSingleton<EvidenceStore>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<EvidenceStore>())
            .AddSingleton<EvidenceService>()
            .AddSingleton<EvidenceQuarantineService>()
            .AddSingleton<EvidenceUploads>()
            .AddSingleton<IBlobClaims, EvidenceBlobClaims>()
            .Keeps(PlaceKind.Container, EvidenceStore.Container, "Evidence as it was handed in, under the SHA-256 of its bytes.")
            .AddSingleton(new ErasureExemption(ReportRows.ObservationPrefix))
            .AddSingleton(new ErasureExemption(ReportRows.RestatementPrefix))
            .AddSingleton<ITaskKind, ReportQuarterTask>()
            .AddSingleton<ITaskKind, ReviewReportTask>()
            .AddSingleton<ITaskKind, ReviewRestatementTask>()
            .AddSingleton<MoreTimeMails>()
            .AddSingleton<MoreTimeService>()
            .AddSingleton<MoreTimeReplies>()
            .AddSingleton<RequestReplies>()
            .AddSingleton<CommentReplies>()
            .AddSingleton<ITaskKind, DecideMoreTimeTask>()
            .AddSingleton<ManyAtOnceService>()
            .AddSingleton<ContributionMails>()
            .AddSingleton<ContributionService>()
            .AddSingleton<ContributorRequestService>()
            .AddSingleton<AssignReplies>()
            .AddSingleton<PartAnswers>()
            .AddSingleton<PartReplies>()
            .AddSingleton<ITaskKind, ContributeTask>()
            .AddSingleton<ITaskKind, RegisterContributorTask>();
}
