using ACip.Workflows.Mail.Evidence;
using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Receiving;
using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Storage;

/// <summary>Makes the tables and containers before the first request.</summary>
internal sealed class StorageSetUp(ProgrammeTable programme, OutboxIndex outbox, MailFiles files, EvidenceStore evidence, ReceivedMailStore mail) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(programme.CreateAsync(cancellationToken), outbox.CreateAsync(cancellationToken), files.CreateAsync(cancellationToken), evidence.CreateAsync(cancellationToken), mail.CreateAsync(cancellationToken));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
