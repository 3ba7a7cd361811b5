using ACip.Local.Host;
using ACip.Local.Mail;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli.Simulation;

/// <summary>The platform that people write to. After an outage it may be another one on the same storage; what they answer is still the mail that the first had sent.</summary>
internal sealed class Stage(IHost host)
{
    public LocalPlatform Platform { get; private set; } = LocalPlatform.Of(host);

    public void MoveTo(IHost other) => (host, Platform) = (other, LocalPlatform.Of(other));

    /// <summary>Whether a task still waits. Who decides again what was decided before a crash would decide on what was handed in since.</summary>
    public async Task<bool> WaitsAsync(string stream, string task) =>
        await TaskRows.FindAsync(host.Services.GetRequiredService<ProgrammeTable>(), new TaskRef(new StreamId(stream), new TaskId(task)), CancellationToken.None) is not { Value.State: TaskState.Answered };

    /// <param name="from">Where the mail was read.</param>
    public Task<Delivery> ReplyAsync(LocalMailbox from, LocalMessage mail, InboundReply reply) =>
        from == Platform.Mail ? from.ReplyAsync(mail.Id, reply) : Platform.Mail.DeliverAsync(from.Compose(mail.Id, reply), reply.Handover);
}
