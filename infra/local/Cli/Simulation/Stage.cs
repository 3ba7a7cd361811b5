using ACip.Local.Host;
using ACip.Local.Mail;

namespace ACip.Local.Cli.Simulation;

/// <summary>The platform that people write to. After an outage it may be another one on the same storage; what they answer is still the mail that the first had sent.</summary>
internal sealed class Stage(LocalPlatform platform)
{
    public LocalPlatform Platform { get; set; } = platform;

    /// <param name="from">Where the mail was read.</param>
    public Task<Delivery> ReplyAsync(LocalMailbox from, LocalMessage mail, InboundReply reply) =>
        from == Platform.Mail ? from.ReplyAsync(mail.Id, reply) : Platform.Mail.DeliverAsync(from.Compose(mail.Id, reply), reply.Handover);
}
