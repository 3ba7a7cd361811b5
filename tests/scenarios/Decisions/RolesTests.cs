using System.Net;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Decisions;

/// <summary>The programme without plans: only who may do what.</summary>
public class PeopleFixture : IAsyncLifetime
{
    private protected virtual string[] Settings => [];

    internal PlanWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await PlanWorld.StartAsync(1, Settings);

    public async Task DisposeAsync() => await World.DisposeAsync();
}

/// <summary>Nobody gives roles to themselves; and those that decide, open what is sealed or look into everything take two people, neither
/// of whom gets them.</summary>
public sealed class RolesTests(PeopleFixture programme) : IClassFixture<PeopleFixture>
{
    /// <summary>For officers and the integrity officer only.</summary>
    private const string Sealed = "api/mail/aside";

    private readonly PlanWorld world = programme.World;

    [Fact]
    public async Task An_officer_cannot_become_an_approver_alone()
    {
        Answer own = await GiveAsync("officer-one", "officer-one", "Approver", "I may need it.");
        Assert.Equal("own-roles", own.Is(HttpStatusCode.UnprocessableEntity).Json["problems"]![0]!["rule"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideOnAPlanAsync("officer-one")).Status);

        // nor by leaving in favour of oneself, or by inheriting from a colleague that one lets leave
        Assert.Equal(
            "own-roles",
            (
                await world.SendAsync(
                    "officer-one",
                    HttpMethod.Post,
                    "api/people/officer-one/departure",
                    new { lastDay = "2026-06-30", successor = "officer-two" }
                )
            ).Refusal()
        );
        Assert.Equal(
            "own-roles",
            (
                await world.SendAsync(
                    "officer-one",
                    HttpMethod.Post,
                    "api/people/approver-two/departure",
                    new { lastDay = "2026-06-30", successor = "officer-one" }
                )
            ).Refusal()
        );
        Assert.Empty(await TrailAsync("officer-one"));
    }

    [Theory]
    [InlineData("coordinator-af", "Approver", "Plan")]
    [InlineData("alternate-af", "IntegrityOfficer", "Sealed")]
    [InlineData("head-af", "Auditor", "AuditTrail")]
    public async Task A_role_that_takes_two_has_no_effect_until_an_approver_has_confirmed_it(string person, string role, string what)
    {
        string door = what switch
        {
            "Sealed" => Sealed,
            "AuditTrail" => "api/audit/programme/verify",
            _ => "api/plans/af-2026/decision",
        };
        Task<Answer> TryAsync() => role == "Approver" ? DecideOnAPlanAsync(person) : world.GetAsync(person, door);
        Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync()).Status);
        Assert.Equal(
            "reason-needed",
            (await GiveAsync("officer-one", person, role, null)).Is(HttpStatusCode.UnprocessableEntity).Json["problems"]![0]![
                "rule"
            ]!.GetValue<string>()
        );
        long before = world.Platform.Mail.Newest;
        (await GiveAsync("officer-one", person, role, "Stands in for a colleague.")).Is(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync()).Status);
        AuditEvent proposed = Assert.Single(await TrailAsync(person));
        Assert.Equal((AuditKind.RolesChanged, new PersonId("officer-one")), (proposed.Kind, proposed.By!.Value));
        Assert.Contains($"Waits {role}", proposed.Reason, StringComparison.Ordinal);
        Assert.EndsWith(": Stands in for a colleague.", proposed.Reason, StringComparison.Ordinal);
        string[] told = Told(before);
        Assert.Contains($"{person.Replace('-', '.')}@customs-af.example", told);
        Assert.Contains("officer.two@acip-secretariat.example", told);
        Assert.Contains("approver.two@acip-secretariat.example", told);

        string confirm = $"api/people/{person}/roles/decision";
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await world.SendAsync("officer-one", HttpMethod.Post, confirm, new { approved = true })).Status
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await world.SendAsync(person, HttpMethod.Post, confirm, new { approved = true })).Status);
        before = world.Platform.Mail.Newest;
        (await world.SendAsync("approver-one", HttpMethod.Post, confirm, new { approved = true })).Is(HttpStatusCode.OK);
        await Harness.EachWorker.KnowsSoonAsync(world.Platform);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await TryAsync()).Status);
        AuditEvent confirmed = (await TrailAsync(person))[^1];
        Assert.Equal((AuditKind.RolesConfirmed, new PersonId("approver-one")), (confirmed.Kind, confirmed.By!.Value));
        Assert.Contains($"{person.Replace('-', '.')}@customs-af.example", Told(before));
    }

    [Fact]
    public async Task Who_proposed_does_not_confirm_even_as_an_approver_and_a_refusal_says_why()
    {
        (await GiveAsync("officer-one", "officer-two", "Approver", "Two are too few.")).Is(HttpStatusCode.OK);
        (await world.SendAsync("approver-one", HttpMethod.Post, "api/people/officer-two/roles/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
        (await GiveAsync("officer-two", "expert-one", "Approver", "And one more.")).Is(HttpStatusCode.OK);
        const string confirm = "api/people/expert-one/roles/decision";
        Assert.Equal(FourEyes.Rule, (await world.SendAsync("officer-two", HttpMethod.Post, confirm, new { approved = true })).Refusal());
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await world.SendAsync("approver-one", HttpMethod.Post, confirm, new { approved = true }, "\"of-yesterday\"")).Status
        );
        Assert.Equal(
            "reason-when-sent-back",
            (await world.SendAsync("approver-one", HttpMethod.Post, confirm, new { approved = false })).Refusal()
        );
        string[] waivePast = ["20260101-20260331"]; // a plan's decision may have that
        Assert.Equal(
            "not-a-decision",
            (await world.SendAsync("approver-one", HttpMethod.Post, confirm, new { approved = true, waivePast })).Refusal()
        );
        (await world.SendAsync("approver-one", HttpMethod.Post, confirm, new { approved = false, reason = "Enough now." })).Is(
            HttpStatusCode.OK
        );
        Assert.DoesNotContain(await RolesAsync("expert-one"), held => held.Role == Role.Approver);
        Assert.Equal(AuditKind.RolesRefused, (await TrailAsync("expert-one"))[^1].Kind);
    }

    [Fact]
    public async Task A_confirmation_cannot_be_sent_along_and_another_address_needs_a_new_one()
    {
        object forged = new
        {
            role = "Approver",
            from = "2025-01-01",
            grant = new
            {
                proposedBy = "officer-two",
                proposedAt = "2025-01-01T00:00:00Z",
                confirmedBy = "approver-one",
                confirmedAt = "2025-01-01T00:00:00Z",
            },
        };
        (
            await PutAsync(
                "officer-one",
                "reader-norad",
                person => person["roles"]!.AsArray().Add(System.Text.Json.JsonSerializer.SerializeToNode(forged)),
                "In a hurry."
            )
        ).Is(HttpStatusCode.OK);
        Assert.True(Assert.Single(await RolesAsync("reader-norad"), held => held.Role == Role.Approver).IsPending);
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideOnAPlanAsync("reader-norad")).Status);

        Assert.NotEqual(HttpStatusCode.Forbidden, (await DecideOnAPlanAsync("approver-two")).Status);
        await GivesAddressAsync("approver-two", "somebody.else@acip-secretariat.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideOnAPlanAsync("approver-two")).Status);
        (await world.SendAsync("approver-one", HttpMethod.Post, "api/people/approver-two/roles/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
        await Harness.EachWorker.KnowsSoonAsync(world.Platform);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await DecideOnAPlanAsync("approver-two")).Status);
    }

    [Fact]
    public async Task Who_takes_over_from_an_approver_waits_too()
    {
        (
            await world.SendAsync(
                "officer-one",
                HttpMethod.Post,
                "api/people/integrity-officer/departure",
                new
                {
                    lastDay = "2025-11-02",
                    successor = "reader-gac",
                    reason = "Retires.",
                }
            )
        ).Is(HttpStatusCode.OK);
        Assert.True(Assert.Single(await RolesAsync("reader-gac"), held => held.Role == Role.IntegrityOfficer).IsPending);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.GetAsync("reader-gac", Sealed)).Status);
    }

    [Fact]
    public async Task The_page_shows_what_waits_and_only_an_approver_gets_the_form()
    {
        (await GiveAsync("officer-one", "auditor", "IntegrityOfficer", "For the summer.")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("id=\"decide\"", (await world.GetAsync("officer-one", "people/auditor")).Text, StringComparison.Ordinal);
        var approver = new Mail.Browser(world.Http, "/people/auditor", "approver-one");
        await approver.OpenAsync();
        Assert.Contains("id=\"decide\"", approver.Page, StringComparison.Ordinal);
        Assert.Contains("Ingrid", approver.Page, StringComparison.Ordinal);
    }

    private static string[] Kinds => ["RolesChanged"];

    private string[] Told(long after) =>
        [
            .. world
                .Platform.Mail.List(null, after)
                .Where(mail => Kinds.Contains(mail.CustomArgs.GetValueOrDefault("kind")))
                .Select(mail => mail.Recipient.Email),
        ];

    /// <summary>Refused for the state of the plan, not for a missing role, where somebody is an approver.</summary>
    private Task<Answer> DecideOnAPlanAsync(string person) =>
        world.SendAsync(person, HttpMethod.Post, "api/plans/af-2026/decision", new { approved = true }, quiet: false);

    private Task<Answer> GiveAsync(string officer, string person, string role, string? reason) =>
        PutAsync(
            officer,
            person,
            entry => entry["roles"]!.AsArray().Add(System.Text.Json.JsonSerializer.SerializeToNode(new { role, from = "2025-01-01" })),
            reason
        );

    private async Task<Answer> PutAsync(string officer, string person, Action<System.Text.Json.Nodes.JsonNode> change, string? reason)
    {
        Answer read = (await world.GetAsync("officer-one", $"api/people/{person}")).Is(HttpStatusCode.OK);
        System.Text.Json.Nodes.JsonNode entry = read.Json;
        change(entry);
        entry["reason"] = reason;
        return await world.SendAsync(officer, HttpMethod.Put, $"api/people/{person}", entry, read.Tag);
    }

    /// <summary>The sign-in here takes the address of whichever worker answers, so each looks at the register anew.</summary>
    private async Task GivesAddressAsync(string person, string address)
    {
        (await PutAsync("officer-one", person, entry => entry["email"] = address, "Has married.")).Is(HttpStatusCode.OK);
        Harness.EachWorker.ForgetRegister(world.Platform);
    }

    private async Task<IReadOnlyList<RoleHeld>> RolesAsync(string person) =>
        (await world.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(new PersonId(person)), CancellationToken.None))!
            .Value
            .Roles;

    private async Task<IReadOnlyList<AuditEvent>> TrailAsync(string person) =>
        [
            .. (await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None)).Where(link =>
                link.Subject == ProgrammeRows.Key(new PersonId(person))
                && link.Kind is AuditKind.RolesChanged or AuditKind.RolesConfirmed or AuditKind.RolesRefused
            ),
        ];
}

internal static class Rules
{
    /// <summary>The rule that a refusal names.</summary>
    public static string Refusal(this Answer answer) =>
        answer.Json["type"]?.GetValue<string>() is { } type ? type[(type.LastIndexOf('/') + 1)..] : answer.Text;
}
