using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Meetings;

/// <summary>Registers the annual coordinators' meeting.</summary>
internal static class MeetingsRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<MeetingService>()
            .AddSingleton<BriefingResultsQuery>()
            .AddSingleton<MeetingMails>()
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<MeetingService>())
            .AddSingleton<ITaskKind, InviteToMeetingTask>()
            .AddSingleton<ITaskKind, WriteMinutesTask>()
            .AddSingleton<ITaskKind, ActionPointTask>()
            .AddSingleton<ITaskKind, ActionPointOfSecretariatTask>();
}
