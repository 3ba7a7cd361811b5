using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Meetings;

/// <summary>The annual coordinators' meeting: invitation, briefing packs, minutes, and action points until each is done or
/// abandoned.</summary>
public static class CoordinatorsMeeting
{
    [Function(nameof(CoordinatorsMeeting))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.RunStagesAsync<MeetingRef>(nameof(MeetingActivities.TakeMeetingStep));

    /// <summary>Starts the workflow of a meeting in the table. If this call is lost, the reconciliation starts it.</summary>
    public static Task BeginAsync(this DurableTaskClient workflows, MeetingRef id, CancellationToken cancellation) =>
        workflows.StartUnlessFailedAsync(nameof(CoordinatorsMeeting), id, id.InstanceId, cancellation);
}

/// <summary>Identifies a meeting in workflow inputs.</summary>
public sealed record MeetingRef(int Year)
{
    /// <summary>Prefix of the streams of meetings, and of no others.</summary>
    public const string Streams = "meeting-";

    public const string Row = "meeting";

    [JsonIgnore]
    public string Id => Streams + Year.ToString("D4", CultureInfo.InvariantCulture);

    [JsonIgnore]
    public StreamId Stream => new(Id);

    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"meeting:{Year}");

    [JsonIgnore]
    public string Inviting => $"{Id}-invite-";

    [JsonIgnore]
    public TaskRef Minutes => new(Stream, new TaskId($"{Id}-minutes"));

    public TaskId InvitationOf(AdministrationId administration) => new(Inviting + administration.Value.ToLowerInvariant());

    public TaskId PointTask(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Id}-point-{number}"));

    internal Task<Row<MeetingRecord>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<MeetingRecord>(Stream, Row, cancellation);
}
