using ACip.Functions.Pages.Dashboard;
using FunctionsSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Local.Cli.Platform;

/// <summary>Of all that waits for somebody, what is due first.</summary>
internal sealed class ProgrammeDeadlines : IPlatformExtension
{
    /// <summary>The application's; null until it runs.</summary>
    public IServiceProvider? Application { get; set; }

    public async Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken cancellation) =>
        Application is { } services
            ? (await services.GetRequiredService<ProgrammeQuery>().ReadAsync(cancellation))
                .Waiting.Where(task => !task.Overdue)
                .Min(task => (DateTimeOffset?)task.Due)
            : null;
}
