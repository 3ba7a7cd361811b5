using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.ByOfficers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.HumanTasks.Undelivered;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.HumanTasks;

/// <summary>Registers questions to people and the handling of answers. Each capability registers its own kinds of task.</summary>
internal static class HumanTasksRegistration
{
    public static IServiceCollection AddHumanTasks(this IServiceCollection services) =>
        services
            .AddSingleton<TaskKinds>()
            .AddSingleton<IExpectedWork, ExpectedTasks>()
            .AddSingleton<TaskMails>()
            .AddSingleton<AnswerService>()
            .AddSingleton<ConfirmationMails>()
            .AddSingleton<ConfirmationService>()
            .AddSingleton<TriageFactsQuery>()
            .AddSingleton<ReplyEnding>()
            .AddSingleton<ReceivedMails>()
            .AddSingleton<QuarantineIntake>()
            .AddSingleton<QuarantineService>()
            .AddSingleton<DiscardMails>()
            .AddSingleton<TaskLinkQuery>()
            .AddSingleton<LinkAnswers>()
            .AddSingleton<LinkAcknowledgements>()
            .AddSingleton<OfficerTaskService>()
            .AddSingleton<TaskAsking>()
            .AddSingleton<ShortFormService>()
            .AddSingleton<CycleSettingsService>()
            .AddSingleton<ProgrammeFeaturesService>()
            .AddSingleton<UndeliveredMail>()
            .AddSingleton<IUndelivered>(all => all.GetRequiredService<UndeliveredMail>());
}
