using ACip.Local.Host;
using ACip.Local.Mail;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli.Simulation;

/// <summary>The platform that people write to. After an outage it may be another one on the same storage; what they answer is still the mail that the first had sent.</summary>
internal sealed class Stage(IHost host)
{
    public IHost Host { get; set; } = host;

    public LocalPlatform Platform => LocalPlatform.Of(Host);

    public ProgrammeTable Table => Host.Services.GetRequiredService<ProgrammeTable>();

    /// <param name="from">Where the mail was read.</param>
    public Task<Delivery> ReplyAsync(LocalMailbox from, LocalMessage mail, InboundReply reply) =>
        from == Platform.Mail ? from.ReplyAsync(mail.Id, reply) : Platform.Mail.DeliverAsync(from.Compose(mail.Id, reply), reply.Handover);
}
