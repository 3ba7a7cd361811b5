using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.ActionPlans;

/// <summary>Who hears of what is to be done where nobody is in office, and how much of it at once.</summary>
public sealed class VacantOfficeTests
{
    private static readonly AdministrationId Home = new("AF");

    [Theory]
    [InlineData(Role.Alternate)]
    [InlineData(Role.HeadOfCustoms)]
    [InlineData(Role.ProgrammeOfficer)]
    public async Task Whoever_is_left_hears_of_a_report_on_the_day_on_which_it_is_asked_for(Role left)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1, "--Local:Clock:Start=2026-08-03T06:00:00Z");
        (await world.SendAsync("coordinator-af", HttpMethod.Post, "api/plans/af-2026/submission")).Is(HttpStatusCode.OK);
        Role[] vacant = [.. new[] { Role.Coordinator, Role.Alternate, Role.HeadOfCustoms }.TakeWhile(role => role != left)];
        await EndAsync(world, vacant);
        ProgrammeRegister register = await world.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string[] expected =
        [
            .. register
                .Holding(left, new DateOnly(2026, 8, 3), left == Role.ProgrammeOfficer ? null : Home)
                .Select(id => register.People[id].Email)
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(expected);

        object waived = new
        {
            approved = true,
            reason = "Late.",
            waivePast = new[] { "20260101-20260331" },
        };
        (await world.SendAsync("approver-two", HttpMethod.Post, "api/plans/af-2026/decision", waived)).Is(HttpStatusCode.OK);
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(1));

        string stream = StreamId.Of(new PlanId("af-2026")).Value;
        string kind = left == Role.ProgrammeOfficer ? "Escalation" : "QuarterlyTask";
        LocalMessage[] told =
        [
            .. world
                .Platform.Mail.List()
                .Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind && mail.CustomArgs.GetValueOrDefault("stream") == stream),
        ];
        Assert.Equal(expected, told.Select(mail => mail.Recipient.Email).Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            told,
            mail => Assert.Contains(kind == "Escalation" ? "https://acip.example/people" : "A1", mail.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task All_that_is_due_comes_in_one_digest_or_in_several()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        var about = new About.Matter(Text.Same("Kenya"), Text.Same("what waits"));
        var link = new Uri("https://acip.example/somewhere");
        DateTimeOffset closes = PlanWorld.Begins.AddDays(30);
        for (int stream = 0; stream < 2; stream++)
        {
            var unit = new UnitOfWork(new StreamId($"waits-{stream}"));
            for (int number = 0; number < 35; number++)
            {
                var content = new Escalation(EscalatedTo.Officer, about, Text.Same("Somebody"), closes, closes, link);
                var mail = new NewMail(content, new PersonId("approver-one"), $"waits-{stream}-{number}");
                Assert.NotNull(await world.Service<MailWriter>().WriteAsync(unit, mail, CancellationToken.None));
            }

            Assert.True(await world.Table.TryCommitAsync(unit, CancellationToken.None));
        }

        await world.Platform.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(
            [10, 60],
            world
                .Platform.Mail.List()
                .Where(mail =>
                    mail.CustomArgs.GetValueOrDefault("kind") == "Digest"
                    && mail.CustomArgs["covers"].Contains("waits-", StringComparison.Ordinal)
                )
                .Select(mail => mail.CustomArgs["covers"].Split(' ').Length)
                .Order()
        );
        Assert.Empty(await world.Service<OutboxIndex>().ListHeldAsync(CancellationToken.None));
    }

    private static async Task EndAsync(PlanWorld world, Role[] vacant)
    {
        foreach (Row<Person> row in await world.Table.ListAsync<Person>(StreamId.Programme, "person|", CancellationToken.None))
        {
            RoleHeld[] roles =
            [
                .. row.Value.Roles.Select(held =>
                    vacant.Contains(held.Role) && held.Administration == Home ? held with { Until = new DateOnly(2026, 8, 2) } : held
                ),
            ];
            UnitOfWork unit = new UnitOfWork(StreamId.Programme)
                .Replace(row, row.Value with { Roles = roles })
                .Record(new AuditEntry(AuditKind.RolesChanged, row.Key));
            Assert.True(await world.Table.TryCommitAsync(unit, CancellationToken.None));
        }

        world.Service<ProgrammeDirectory>().Forget();
    }
}
