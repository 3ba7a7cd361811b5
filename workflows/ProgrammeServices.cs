using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Replies;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Registers;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Verification;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.HumanTasks.Undelivered;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SendGrid;

namespace ACip.Workflows;

/// <summary>Everything that the workflows and their endpoints need.</summary>
public static class ProgrammeServices
{
    public static IServiceCollection AddProgramme(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(mail => MailOptions.IsSecret(mail.TokenSecret) && mail.TokenSecret.Length >= 32, "Mail:TokenSecret needs at least 32 characters: every token derives from it.")
            .Validate(mail => Uri.TryCreate(mail.PublicUrl, UriKind.Absolute, out _), "Mail:PublicUrl must be the address where people reach the pages.")
            .ValidateOnStart();
        services.AddOptions<ProgrammeOptions>().Bind(configuration.GetSection(ProgrammeOptions.Section));
        services.AddSingleton(_ => Tables(configuration));
        services.AddSingleton(_ => Blobs(configuration));
        services.AddOptions<SendGridOptions>().Bind(configuration.GetSection(SendGridOptions.Section))
            .Validate(sending => MailOptions.IsSecret(sending.ApiKey), "SendGrid:ApiKey is missing, or the key vault reference that it names could not be resolved.")
            .ValidateOnStart();
        services.AddSingleton<ISendGridClient>(_ => new SendGridClient(new SendGridClientOptions
        {
            ApiKey = configuration["SendGrid:ApiKey"],
            Host = configuration["SendGrid:Host"] ?? "https://api.sendgrid.com",
        }));

        services.AddSingleton<DeployedVersion>().AddSingleton<ProgrammeTable>().AddSingleton<ProgrammeDirectory>().AddSingleton<SampleProgramme>();
        services.AddSingleton<MeasuredFigures>().AddSingleton<PlanArchive>().AddSingleton<PlanVersions>().AddSingleton<PlanDraftService>().AddSingleton<PlanFreezing>().AddSingleton<ApprovalPolicyService>().AddSingleton<PastPeriodService>().AddSingleton<PlanService>();
        services.AddSingleton<RegisterService>().AddSingleton<RoleMails>().AddSingleton<PeopleService>().AddSingleton<FirstApprover>().AddSingleton<DepartureService>();
        services.AddSingleton<PlanApprovalQuery>().AddSingleton<NewPlanService>().AddSingleton<PlanRevisionService>().AddSingleton<PlanStatusService>().AddSingleton<PlanEvaluationService>().AddSingleton<AllocationService>();
        services.AddSingleton<ReportService>().AddSingleton<ReportMails>().AddSingleton<CycleSettingsService>().AddSingleton<ReportOfficerService>().AddSingleton<CommentMails>().AddSingleton<CommentService>().AddSingleton<RestatementService>();
        services.AddSingleton<MailEventService>().AddSingleton<UndeliveredMail>().AddSingleton<IUndelivered>(all => all.GetRequiredService<UndeliveredMail>()).AddSingleton<MailPost>().AddSingleton<RecentMails>().AddSingleton<TaskMails>().AddSingleton<TokenIndex>().AddSingleton<MailWriter>();
        services.AddSingleton<OutboxIndex>().AddSingleton<OutboxCheck>().AddSingleton<MailFiles>();
        services.AddSingleton<TaskLinkQuery>().AddSingleton<LinkAnswers>().AddSingleton<ReportLinkAnswers>().AddSingleton<PlanLinkAnswers>();
        services.AddSingleton<IPlanReports, PlanReports>().AddSingleton<IRestatedFigures, RestatedDonorReports>();
        services.AddSingleton<TaskKinds>().AddSingleton<ITaskKind, DraftPlanTask>().AddSingleton<ITaskKind, ApprovePlanTask>().AddSingleton<ITaskKind, EvaluatePlanTask>()
            .AddSingleton<ITaskKind, ReportQuarterTask>().AddSingleton<ITaskKind, ReviewReportTask>().AddSingleton<ITaskKind, ReviewRestatementTask>().AddSingleton<ITaskKind, SignDonorReportTask>().AddSingleton<ITaskKind, ReviseDonorReportTask>();
        services.AddSingleton<ReceivedMailStore>().AddSingleton<ReplyReadings>().AddSingleton<ReplyEnding>().AddSingleton<ReportReplyMails>().AddSingleton<ReportReplies>().AddSingleton<PlanReplies>().AddSingleton<AnswerService>().AddSingleton<ConfirmationService>().AddSingleton<QuarantineService>().AddSingleton<QuarantineQuery>().AddSingleton<ReceivedMails>();
        services.AddSingleton<NoticeChoice>();
        services.AddSingleton<EvidenceStore>().AddSingleton<EvidenceService>();
        services.AddSingleton<SnapshotBuilder>().AddSingleton<DonorReportArchive>().AddSingleton<DonorReportMails>().AddSingleton<DonorReportService>();
        services.AddSingleton<ReconciliationStateStore>().AddSingleton<PlanReconciler>().AddSingleton<DonorReportReconciler>().AddSingleton<FailedWork>().AddSingleton<AuditHeadArchive>();
        services.AddSingleton<RowsTakingUp>().AddSingleton<MailRetention>().AddSingleton<StreamVerification>().AddSingleton<IBlobClaims, PlanVersionBlobs>().AddSingleton<IBlobClaims, EvidenceBlobs>().AddSingleton<IBlobClaims, ReceivedMailBlobs>().AddSingleton<IBlobClaims, RegisterBlobs>().AddSingleton<IBlobClaims, DonorReportBlobs>();
        services.AddSingleton<DonorReportEditing>().AddSingleton<DonorReportLinks>().AddSingleton<StoredReportVerification>().AddSingleton<RegisterStore>();
        services.AddSingleton<IStorageStep>(all => all.GetRequiredService<ProgrammeTable>()).AddSingleton<IStorageStep>(all => all.GetRequiredService<OutboxIndex>()).AddSingleton<IStorageStep>(all => all.GetRequiredService<MailFiles>())
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<EvidenceStore>()).AddSingleton<IStorageStep>(all => all.GetRequiredService<ReceivedMailStore>()).AddSingleton<IStorageStep>(all => all.GetRequiredService<FirstApprover>());
        services.AddSurveys().AddPerformance();
        services.AddHostedService<StorageSetUp>();
        return services;
    }

    /// <summary>An account of the programme's own, reached by the app's identity; or, where none is named, the host's, by a connection string.</summary>
    private static TableServiceClient Tables(IConfiguration configuration) => configuration["ProgrammeStorage:tableServiceUri"] is { Length: > 0 } uri
        ? new TableServiceClient(new Uri(uri), Identity(configuration))
        : new TableServiceClient(ConnectionString(configuration));

    private static BlobServiceClient Blobs(IConfiguration configuration) => configuration["ProgrammeStorage:blobServiceUri"] is { Length: > 0 } uri
        ? new BlobServiceClient(new Uri(uri), Identity(configuration))
        : new BlobServiceClient(ConnectionString(configuration));

    private static DefaultAzureCredential Identity(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration["ProgrammeStorage:clientId"] });

    private static string ConnectionString(IConfiguration configuration) =>
        configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException("Neither ProgrammeStorage__tableServiceUri and __blobServiceUri nor AzureWebJobsStorage is configured.");
}
