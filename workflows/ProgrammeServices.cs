using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Mail;
using ACip.Workflows.Mail.Evidence;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Receiving;
using ACip.Workflows.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Registers;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using ACip.Workflows.Tasks.Links;
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
        services.AddSingleton<PlanArchive>().AddSingleton<PlanVersions>().AddSingleton<PlanDraftDesk>().AddSingleton<PlanFreezing>().AddSingleton<ApprovalPolicyDesk>().AddSingleton<PastPeriodDesk>().AddSingleton<PlanDesk>();
        services.AddSingleton<RegisterDesk>().AddSingleton<DepartureDesk>();
        services.AddSingleton<PlanReviewDesk>().AddSingleton<NewPlanDesk>().AddSingleton<RevisionDesk>().AddSingleton<StandingDesk>().AddSingleton<PlanReviewingDesk>().AddSingleton<AllocationDesk>();
        services.AddSingleton<ReportDesk>().AddSingleton<ReportMails>().AddSingleton<CycleSettingsDesk>().AddSingleton<OfficerDesk>().AddSingleton<CommentMails>().AddSingleton<CommentDesk>().AddSingleton<RestatementDesk>();
        services.AddSingleton<DeliveryDesk>().AddSingleton<UndeliveredMail>().AddSingleton<MailPost>().AddSingleton<RecentMails>().AddSingleton<TaskMails>().AddSingleton<TokenIndex>().AddSingleton<MailWriter>();
        services.AddSingleton<OutboxIndex>().AddSingleton<OutboxCheck>().AddSingleton<MailFiles>();
        services.AddSingleton<LinkDesk>().AddSingleton<LinkAnswers>();
        services.AddSingleton<ReceivedMailStore>().AddSingleton<ReplyReadings>().AddSingleton<ReplyEnding>().AddSingleton<ReportReplyMails>().AddSingleton<ReportReplies>().AddSingleton<PlanReplies>().AddSingleton<AnswerDesk>().AddSingleton<ConfirmDesk>().AddSingleton<SetAsideDesk>().AddSingleton<AsideList>().AddSingleton<ReceivedMails>();
        services.AddSingleton<NoticeChoice>();
        services.AddSingleton<EvidenceStore>().AddSingleton<EvidenceDesk>();
        services.AddSingleton<SnapshotBuilder>().AddSingleton<DonorReportArchive>().AddSingleton<DonorReportMails>().AddSingleton<DonorReportDesk>();
        services.AddSingleton<UpkeepBook>().AddSingleton<PlanUpkeep>().AddSingleton<DonorReportUpkeep>().AddSingleton<FailedWork>().AddSingleton<AuditHeadArchive>();
        services.AddSingleton<DonorReportEditing>().AddSingleton<DonorReportLinks>().AddSingleton<StoredReportVerification>().AddSingleton<RegisterStore>();
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
