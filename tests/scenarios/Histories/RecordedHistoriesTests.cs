using System.Reflection;
using System.Runtime.CompilerServices;
using ACip.Workflows;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Obligations;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Performance;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Waves;
using FunctionsSimulator.Durable.Recording;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ACip.Tests.Scenarios.Histories;

/// <summary>What every orchestrator of every released version did, step by step, in the files of this folder: today's code must walk the
/// same way, or running plans would break.</summary>
public sealed class RecordedHistoriesTests
{
    private static readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Orchestrators = new(
        from type in typeof(ProgrammeServices).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.GetParameters() is [var only] && only.IsDefined(typeof(OrchestrationTriggerAttribute))
        select KeyValuePair.Create(method.GetCustomAttribute<FunctionAttribute>()!.Name, Running(method))
    );

    /// <summary>As each reads it: the SDK has to know before it runs one without a host.</summary>
    private static readonly Dictionary<string, Type> Inputs = new()
    {
        [nameof(CoordinatorsMeeting)] = typeof(MeetingRef),
        [nameof(DeliveryWorkflow)] = typeof(EventRef),
        [nameof(OnboardingDonor)] = typeof(DonorRef),
        [nameof(OnboardingMember)] = typeof(MemberRef),
        [nameof(ActionPlanLifecycle)] = typeof(PlanId),
        [nameof(PlanRevisionWorkflow)] = typeof(RevisionRef),
        [nameof(PlanEvaluation)] = typeof(PlanReviewRef),
        [nameof(DonorReportAssembly)] = typeof(DonorReportRef),
        [nameof(MailDispatch)] = typeof(MailsOfStream),
        [nameof(InboundMail)] = typeof(string),
        [nameof(QuarterlyReport)] = typeof(ReportRef),
        [nameof(RestatementReview)] = typeof(RestatementRef),
        [nameof(HumanTask)] = typeof(TaskAsked),
        [nameof(SurveyWave)] = typeof(WaveRef),
        [nameof(ResponseImport)] = typeof(ImportRef),
        [nameof(ObligationWatch)] = typeof(ObligationRef),
        [nameof(RecommendationWatch)] = typeof(RecommendationRef),
        [nameof(PmmAssessment)] = typeof(AssessmentRef),
    };

    private static readonly string[] Files =
    [
        .. Directory
            .GetFiles(Folder(), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder(), file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Recorded => [.. Files];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Todays_code_walks_as_it_did(string file)
    {
        string? difference = Differing(file, Read(file));

        Assert.True(difference is null, difference);
    }

    [Fact]
    public void Every_orchestrator_is_recorded() => Assert.Empty(Orchestrators.Keys.Except(Files.Select(file => file.Split('/', '\\')[0])));

    [Fact]
    public void An_orchestrator_that_takes_another_step_is_told_with_instance_and_step()
    {
        string file = Files.First(one => one.StartsWith("QuarterlyReport", StringComparison.Ordinal));
        string history = Read(file);

        string? told = Told(
            history,
            async context =>
            {
                await context.CallActivityAsync("Greet");
                return await Orchestrators["QuarterlyReport"](context);
            }
        );

        Assert.StartsWith("report:", told, StringComparison.Ordinal);
        Assert.Matches("turn 1: step 0 was .*TakeReportStep.*, and now would be .*Greet", told);
    }

    [Fact]
    public void A_history_of_other_steps_is_told_with_instance_and_step()
    {
        string file = Files.First(one => one.StartsWith("HumanTask", StringComparison.Ordinal));

        string? told = Differing(file, Read(file).Replace("\"TakeTaskStep\"", "\"TakeAnotherStep\"", StringComparison.Ordinal));

        Assert.StartsWith("task:", told, StringComparison.Ordinal);
        Assert.Matches("turn \\d+: step \\d+ was .*TakeAnotherStep.*, and now would be .*TakeTaskStep", told);
    }

    private static string? Differing(string file, string history) => Told(history, Orchestrators[file.Split('/', '\\')[0]]);

    private static string? Told(string history, Func<TaskOrchestrationContext, Task<object?>> orchestrator)
    {
        RecordedExecution recorded = RecordedExecution.Parse(history);
        return Replay.Difference(recorded, Inputs[recorded.Orchestrator], orchestrator, LongWait.LongestTimer);
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Running(MethodInfo method) =>
        async context =>
        {
            var run = (Task)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context], null)!;
            await run;
            return run.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult"
                ? result.GetValue(run)
                : null;
        };

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder(), file));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
