using ACip.Local.Azurite;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Cycle;

/// <summary>Two who change the reminders, one of them from an older copy.</summary>
public sealed class ReminderPolicyTests
{
    private static readonly PersonId Officer = new("officer-one");

    [Fact]
    public async Task What_somebody_else_has_added_meanwhile_is_not_taken_away_unseen()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var table = new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System);
        await table.CreateAsync(CancellationToken.None);
        using var here = new CycleSettingsService(table);
        using var elsewhere = new CycleSettingsService(table);
        ReminderPolicy read = await elsewhere.PolicyAsync(CancellationToken.None);
        ReminderPolicy more = read with { Steps = [.. read.Steps, new("asked-2", ReminderAnchor.Opens, 2, [Audience.Coordinator])] };

        Assert.IsType<CommandResult.Recorded>(await SaveAsync(here, more, read));
        Assert.Equal(
            "changed-meanwhile",
            Assert.IsType<CommandResult.Refused>(await SaveAsync(elsewhere, read with { SendFrom = new TimeOnly(10, 0) }, read)).Rule
        );

        ReminderPolicy stands = await elsewhere.PolicyAsync(CancellationToken.None);
        Assert.Equal("asked-2", stands.Steps[^1].Code);
        Assert.IsType<CommandResult.Recorded>(await SaveAsync(elsewhere, stands with { SendFrom = new TimeOnly(10, 0) }, stands));
    }

    private static Task<CommandResult> SaveAsync(CycleSettingsService service, ReminderPolicy policy, ReminderPolicy read) =>
        service.SavePolicyAsync(policy, Officer, CancellationToken.None, AsRead.Of(ContentTag.Of(read)));
}
