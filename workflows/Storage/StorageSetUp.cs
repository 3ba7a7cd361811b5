using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Onboarding;
using ACip.Workflows.QuarterlyReports.Evidence;
using Microsoft.Extensions.Hosting;

namespace ACip.Workflows.Storage;

/// <summary>Makes the tables and containers before the first request, and begins the register with who may confirm others.</summary>
internal sealed class StorageSetUp(ProgrammeTable programme, OutboxIndex outbox, MailFiles files, EvidenceStore evidence, ReceivedMailStore mail, FirstApprover first) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(programme.CreateAsync(cancellationToken), outbox.CreateAsync(cancellationToken), files.CreateAsync(cancellationToken), evidence.CreateAsync(cancellationToken), mail.CreateAsync(cancellationToken));
        await first.NameAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
