using System.Globalization;
using ACip.Local.Cli.Platform;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Local.Cli.Simulation;

/// <summary>The platform that people write to. After an outage it may be another one on the same storage; what they answer is still the
/// mail that the first had sent.</summary>
internal sealed class PlayedPlatform(LocalPlatform platform)
{
    public LocalPlatform Platform { get; private set; } = platform;

    /// <summary>How the mail service hands over what coordinators reply, where it does so otherwise than once; null: as they
    /// said.</summary>
    public Handover? Handover { get; set; }

    public void MoveTo(LocalPlatform other) => Platform = other;

    /// <summary>Whether the next submission waits already. A decision whose answer never came is sent again, as a person does; but not over
    /// what was handed in since.</summary>
    /// <param name="task">Ends in the number of what was submitted: "-s1", "-v1".</param>
    public async Task<bool> IsPassedAsync(string stream, string task)
    {
        int number = task.LastIndexOf('-') + 2;
        string next = (int.Parse(task[number..], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return await TaskRows.FindAsync(
            Platform.Get<ProgrammeTable>(),
            new TaskRef(new StreamId(stream), new TaskId(task[..number] + next)),
            CancellationToken.None
        )
            is not null;
    }

    /// <param name="mail">As its reader has it: it may have been sent before the programme moved to another platform.</param>
    public Task<Delivery> ReplyAsync(LocalMessage mail, InboundReply said)
    {
        InboundReply reply = Handover is { } handover ? said with { Handover = handover } : said;
        return Platform.Mail.DeliverAsync(Platform.Mail.Compose(mail, reply), reply.Handover);
    }
}
