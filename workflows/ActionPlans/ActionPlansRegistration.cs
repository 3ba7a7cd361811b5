using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Replies;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.ActionPlans;

/// <summary>Registers plans, from first draft to closing, and their tasks.</summary>
internal static class ActionPlansRegistration
{
    public static IServiceCollection AddActionPlans(this IServiceCollection services) =>
        services
            .AddSingleton(new ErasureExemption(PlanRows.VersionPrefix))
            .AddSingleton<PlanApprovalService>()
            .AddSingleton<QuestionWithdrawal>()
            .AddSingleton<PlanStatusService>()
            .AddSingleton<PlanStatusMails>()
            .AddSingleton<PlanArchive>()
            .AddSingleton<PlanVersions>()
            .AddSingleton<NewPlanService>()
            .AddSingleton<PlanDraftService>()
            .AddSingleton<PlanReplies>()
            .AddSingleton<PlanLinkAnswers>()
            .AddSingleton<PlanApprovalQuery>()
            .AddSingleton<PlanFreezing>()
            .AddSingleton<ApprovalPolicyService>()
            .AddSingleton<PastPeriodService>()
            .AddSingleton<PlanApprovalMails>()
            .AddSingleton<PlanCommentMails>()
            .AddSingleton<MeasuredFigures>()
            .AddSingleton<IBlobClaims, PlanVersionBlobClaims>()
            .Keeps(PlaceKind.Container, PlanArchive.Container, "Approved versions of plans as canonical JSON, under their SHA-256.")
            .AddSingleton<PlanRevisionService>()
            .AddSingleton<PlanEvaluationService>()
            .AddSingleton<IMemberPlans, MemberPlans>()
            .AddSingleton<ITaskKind, DraftPlanTask>()
            .AddSingleton<ITaskKind, ApprovePlanTask>()
            .AddSingleton<ITaskKind, EvaluatePlanTask>();
}
