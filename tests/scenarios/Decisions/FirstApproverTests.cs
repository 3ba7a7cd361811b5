using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>Every approver is confirmed by another; the first by who deploys.</summary>
public sealed class FirstApproverTests
{
    private const string Address = "first.approver@acip-secretariat.example";

    [Fact]
    public async Task On_an_empty_platform_the_setting_names_the_first_who_then_has_others_registered_and_confirms_them()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(0, $"--Programme:FirstApprover={Address}");
        await world.Platform.Busy.QuietAsync();
        Person first = Assert.Single((await world.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People.Values);
        Assert.Equal(Address, first.Email);
        AuditEvent named = Assert.Single(await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None));
        Assert.Equal(AuditKind.RolesChanged, named.Kind);
        Assert.Null(named.By);
        Assert.Contains("Programme:FirstApprover", named.Reason, StringComparison.Ordinal);

        string me = first.Id.Value;
        (
            await world.SendAsync(
                me,
                HttpMethod.Put,
                "api/people/second",
                new
                {
                    id = "second",
                    name = "Second Officer",
                    email = "second@acip-secretariat.example",
                    language = "Fr",
                    roles = new[] { new { role = "ProgrammeOfficer", from = "2025-01-01" } },
                    reason = "The first officer.",
                },
                isNew: true
            )
        ).Is(HttpStatusCode.OK);
        (
            await world.SendAsync(
                "second",
                HttpMethod.Put,
                "api/people/third",
                new
                {
                    id = "third",
                    name = "Third Approver",
                    email = "third@acip-secretariat.example",
                    language = "Es",
                    roles = new[] { new { role = "Approver", from = "2025-01-01" } },
                    reason = "The second approver.",
                },
                isNew: true
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await world.SendAsync("third", HttpMethod.Post, "api/people/second/roles/decision", new { approved = true })).Status
        );
        (await world.SendAsync(me, HttpMethod.Post, "api/people/third/roles/decision", new { approved = true })).Is(HttpStatusCode.OK);
        Assert.Equal(
            "no-role-waits",
            (await world.SendAsync("third", HttpMethod.Post, "api/people/second/roles/decision", new { approved = true })).Refusal()
        );
    }

    [Fact]
    public async Task Where_somebody_is_an_approver_the_setting_gives_nothing_to_anybody()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await new FirstApprover(
            world.Table,
            world.Service<ProgrammeDirectory>(),
            world.Service<RoleMails>(),
            Microsoft.Extensions.Options.Options.Create(new ProgrammeOptions { FirstApprover = Address }),
            world.Service<TimeProvider>(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<FirstApprover>.Instance
        ).NameAsync(CancellationToken.None);
        Assert.Null((await world.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).ByAddress(Address));
    }
}
