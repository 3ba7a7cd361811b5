using System.Net;
using ACip.Functions.Authorization.Routes;
using ACip.Tests.Scenarios.Malformed;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>Every route, asked by every role, about people's own administration or donor and about another one: the answer is the one that
/// the table says.</summary>
[Collection(UnchangedWorldCollection.Name)]
public sealed class RouteTableTests(MalformedWorld world, ITestOutputHelper output)
{
    /// <summary>Of the address: whose plan, and which donor's agreement.</summary>
    private static readonly AdministrationId Home = new("AF");

    /// <summary>Somebody for each role; those who are of an administration or donor twice: of the one that is asked about, and of
    /// another.</summary>
    private static readonly Asking[] People =
    [
        new("coordinator-af", Role.Coordinator, true),
        new("coordinator-gh", Role.Coordinator, false),
        new("alternate-af", Role.Alternate, true),
        new("alternate-gh", Role.Alternate, false),
        new("head-af", Role.HeadOfCustoms, true),
        new("head-gh", Role.HeadOfCustoms, false),
        new("reader-norad", Role.DonorReader, true),
        new("reader-gac", Role.DonorReader, false),
        new("officer-one", Role.ProgrammeOfficer, true),
        new("approver-one", Role.Approver, true),
        new("expert-one", Role.ThematicExpert, true),
        new("auditor", Role.Auditor, true),
        new("integrity-officer", Role.IntegrityOfficer, true),
        new("contributor-gh", Role.Contributor, false),
    ];

    /// <summary>The world has nothing there, so that 404 is what somebody gets who may.</summary>
    private static readonly string[] Empty =
    [
        "api/plans/{planId}/reports/{period}/evidence/{sha256}",
        "plans/{planId}/reports/{period}/evidence/{sha256}",
        "plans/{planId}/reports/{period}/items/{item}",
        "api/agreements/{id}/allocations/{allocation}",
        "api/agreements/{id}/finance/{period}",
        "api/agreements/{id}/obligations/{obligation}/receipt",
        "agreements/{id}/obligations/{obligation}/file",
        "api/plans/{planId}/recommendations/{id}/closing",
        "plans/{planId}/recommendations/{id}/evidence",
        "plans/{planId}/recommendations/{id}/files/{sha256}",
        "api/plans/{planId}/comparison",
        "api/plans/{planId}/reports/{period}/contributions/{number}/withdrawal",
        "api/plans/{planId}/reports/{period}/contributors/{number}/decision",
        "plans/{planId}/draft/{section}/{code}",
        "api/surveys/{wave}",
        "api/surveys/{wave}/closing",
        "api/surveys/{wave}/codes",
        "api/surveys/{wave}/imports",
        "api/surveys/{wave}/scores",
        "surveys/{wave}",
        "api/publications/{agreement}",
        "api/donor-reports/{agreement}/{period}/texts",
        "donor-reports/{agreement}/{period}/lineage",
        "lists/{list}", // a list is for some, and for others there is none of its name
        "lists/{list}/{file}",
        "api/lists/{list}",
    ];

    [Fact]
    public void The_table_has_every_route_of_the_triggers_and_no_other() =>
        Assert.Equal(
            Door.All.Select(door => $"{door.Function} {door.Method} {door.Template}").Order(StringComparer.Ordinal),
            RouteTable.All.Select(route => $"{route.Function} {route.Method} {route.Template}").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_document_says_of_every_route_how_the_table_opens_it() =>
        Assert.All(
            Door.All.Where(door => door.Operation is not null),
            door =>
                Assert.Equal(
                    door.Operation!.Caller switch
                    {
                        ACip.Functions.OpenApi.ApiCaller.Anybody => RouteProof.None,
                        ACip.Functions.OpenApi.ApiCaller.MasterKey => RouteProof.MasterKey,
                        ACip.Functions.OpenApi.ApiCaller.FunctionKey => RouteProof.FunctionKey,
                        ACip.Functions.OpenApi.ApiCaller.MailService => RouteProof.MailService,
                        _ => RouteProof.SignIn,
                    },
                    RouteTable.Find(door.Function, door.Method.Method)!.Policy.Proof
                )
        );

    [Fact]
    public void A_route_that_is_not_in_the_table_opens_to_nobody() => Assert.Null(RouteTable.Find("Unlisted", "GET"));

    [Fact]
    public async Task Every_route_answers_every_role_as_the_table_says()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        await ContributorAsync();
        ProgrammeRegister register = await world.World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        DateOnly today = DateOnly.FromDateTime(world.World.Platform.Clock.GetUtcNow().UtcDateTime);
        Assert.All(
            People,
            one =>
                Assert.Equal(
                    [one.Role],
                    register.People[new PersonId(one.Id)].Roles.Where(held => held.IsValidOn(today)).Select(held => held.Role).Distinct()
                )
        );
        Assert.Equal(Enum.GetValues<Role>().Order(), People.Select(one => one.Role).Distinct().Order());
        DonorId donor = register.Agreements[new AgreementId("norad-acip-2026")].Donor;
        Assert.All(
            People,
            one =>
                Assert.Equal(
                    one.Own,
                    register
                        .People[new PersonId(one.Id)]
                        .Roles.All(held =>
                            (held.Administration is null || held.Administration == Home) && (held.Donor is null || held.Donor == donor)
                        )
                )
        );

        var wrong = new List<string>();
        int asked = 0;
        foreach (Door door in Door.All)
        {
            RoutePolicy policy = RouteTable.Find(door.Function, door.Method.Method)!.Policy;
            foreach (Asking? one in (IEnumerable<Asking?>)[null, .. People])
            {
                HttpStatusCode got = await AskAsync(http, door, one?.Id);
                asked++;
                if (Expected(policy, one, door) is var (expected, words) && !expected(got))
                {
                    wrong.Add($"{door}: {one?.Id ?? "nobody"} got {(int)got}, the table says {words}");
                }
            }
        }

        output.WriteLine($"{asked} questions to {Door.All.Count} routes");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task A_refusal_is_recorded_once_a_person_route_and_day_and_an_anonymous_one_never()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Door people = Door.All.Single(door => door.Function == "ApiPeople");
        int before = (await DenialsAsync()).Count(link => link.Subject == "ApiPeople");
        for (int time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(http, people, "head-lb"));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(http, people, null));
        }

        AuditEvent denied = Assert.Single(await DenialsAsync(), link => link.Subject == "ApiPeople" && link.By == new PersonId("head-lb"));
        Assert.Null(denied.Reason);
        Assert.Equal(before + 1, (await DenialsAsync()).Count(link => link.Subject == "ApiPeople"));
    }

    /// <summary>Nobody of the sample is one: they are registered when a coordinator wants to ask them.</summary>
    private async Task ContributorAsync()
    {
        var role = new RoleHeld(Role.Contributor, new DateOnly(2026, 1, 1), Administration: new AdministrationId("GH"));
        var person = new Person(new PersonId("contributor-gh"), "Contributor", "contributor@gh.example", Language.En, [role]);
        await world
            .World.Service<ProgrammeTable>()
            .AddOnceAsync<Person>(
                StreamId.Programme,
                ProgrammeRows.Key(person.Id),
                () => new UnitOfWork(StreamId.Programme).Add(ProgrammeRows.Key(person.Id), person),
                CancellationToken.None
            );
        Harness.EachWorker.ForgetRegister(world.World.Platform);
    }

    private async Task<IReadOnlyList<AuditEvent>> DenialsAsync() =>
        [
            .. (await AuditRows.ReadAsync(world.World.Table, StreamId.Programme, CancellationToken.None)).Where(link =>
                link.Kind == AuditKind.AccessDenied
            ),
        ];

    /// <summary>With an empty body, so that whoever may is told what is wrong with it.</summary>
    private async Task<HttpStatusCode> AskAsync(HttpClient http, Door door, string? person)
    {
        string path = door.Path(name =>
            name switch
            {
                "planId" => "af-2026",
                "wave" => "af-2026",
                "administration" => "AF",
                _ => Uri.EscapeDataString(world.Value(door, name, new Random(1))),
            }
        );
        using var request = new HttpRequestMessage(door.Method, $"{world.World.Platform.BaseUrl}/{path}");
        if (person is not null)
        {
            request.Headers.Add("X-Local-Sign-In", person);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static (Func<HttpStatusCode, bool> Fits, string Words) Expected(RoutePolicy policy, Asking? one, Door door)
    {
        switch (policy.Proof)
        {
            case RouteProof.None or RouteProof.Link:
                return (got => got is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), "anybody who has the address");
            case RouteProof.MailService:
                return (got => got == HttpStatusCode.ServiceUnavailable, "the mail service: 503 for others");
            case RouteProof.MasterKey or RouteProof.FunctionKey:
                return (got => got == HttpStatusCode.Unauthorized, "401: a key is asked for");
        }

        if (one is null)
        {
            return (got => got == HttpStatusCode.Unauthorized, "401");
        }

        bool named =
            one.Role == Role.DonorReader
                ? door.Parameters.Contains("agreement")
                : door.Parameters.Any(name => name is "planId" or "wave" or "administration");
        if (policy.Anywhere.Contains(one.Role) || (policy.Own.Contains(one.Role) && one.Own && named))
        {
            return (
                got =>
                    got is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    && (got != HttpStatusCode.NotFound || Empty.Contains(door.Template) || NotYetIssued(door, one)),
                "may"
            );
        }

        bool secretariat =
            one.Role is not (Role.Coordinator or Role.Alternate or Role.HeadOfCustoms or Role.DonorReader or Role.Contributor);
        bool reads = secretariat || (one.Own && named);
        return policy.Hides && !reads
            ? (got => got == HttpStatusCode.NotFound, "404: not even that it is there")
            : (got => got == HttpStatusCode.Forbidden, "403");
    }

    /// <summary>The report is in review: its donor's reader may read it, once there is something to read.</summary>
    private static bool NotYetIssued(Door door, Asking one) =>
        one.Role == Role.DonorReader && door.Template.Contains("donor-reports/{agreement}", StringComparison.Ordinal);

    private sealed record Asking(string Id, Role Role, bool Own);
}
