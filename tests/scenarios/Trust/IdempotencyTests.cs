using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ACip.Functions.Api.Idempotency;
using ACip.Functions.Authorization.Routes;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Malformed;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A POST that is sent again with the same Idempotency-Key is done once, and answered as the first time.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private const string Comments = "api/plans/af-2026/comments",
        Key = "0f9c2a52-7c1e-4a38-9f10-1d6a6d1d6f10";

    private static readonly object Comment = new { text = "The baseline of the second indicator is missing." };

    private PlanWorld? started;

    private PlanWorld World => started!;

    public async Task InitializeAsync()
    {
        started = await PlanWorld.StartAsync(1);
        (await World.SendAsync("coordinator-af", HttpMethod.Post, "api/plans/af-2026/submission")).Is(HttpStatusCode.OK);
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    [Fact]
    public async Task The_same_again_is_answered_as_the_first_time_and_done_once()
    {
        Given first = await PostAsync("expert-one", Comments, Comment, Key);
        Given second = await PostAsync("expert-one", Comments, Comment, $"\"{Key}\"");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((first.Status, first.Body, first.ContentType), (second.Status, second.Body, second.ContentType));
        Assert.Equal((false, true), (first.Replayed, second.Replayed));
        Assert.Equal(1, await CommentsAsync());

        // without a key, or with another, it is said again
        await PostAsync("expert-one", Comments, Comment, null);
        await PostAsync("expert-one", Comments, Comment, Key + "-2");
        Assert.Equal(3, await CommentsAsync());
    }

    [Fact]
    public async Task A_refusal_is_given_again_even_where_it_would_be_done_by_now()
    {
        Given first = await PostAsync("approver-two", "api/plans/af-2026/decision", new { approved = false }, Key);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/reason-when-sent-back"), (first.Status, first.Rule));
        (
            await World.SendAsync(
                "approver-two",
                HttpMethod.Post,
                "api/plans/af-2026/decision",
                new { approved = false, reason = "The second result has no baseline." }
            )
        ).Is(HttpStatusCode.OK);
        Given again = await PostAsync("approver-two", "api/plans/af-2026/decision", new { approved = false }, Key);
        Assert.Equal((first.Status, first.Body, true), (again.Status, again.Body, again.Replayed));
    }

    [Fact]
    public async Task With_something_else_the_key_is_refused_and_nothing_is_done()
    {
        await PostAsync("expert-one", Comments, Comment, Key);
        foreach (string path in (string[])[Comments, Comments + "?again=1"])
        {
            Given other = await PostAsync("expert-one", path, path == Comments ? new { text = "Something else." } : Comment, Key);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/idempotency-key-reused"), (other.Status, other.Rule));
        }

        Assert.Equal(1, await CommentsAsync());

        // somebody else's key of the same name is another one
        Assert.False((await PostAsync("officer-one", Comments, Comment, Key)).Replayed);
        Assert.Equal(2, await CommentsAsync());
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_wait_or_hear_its_answer()
    {
        Given[] all = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => PostAsync("expert-one", Comments, Comment, Key, quiet: false))
        );
        await World.Platform.Busy.QuietAsync();
        Assert.Equal(1, await CommentsAsync());
        Assert.Single(all, one => one is { Status: HttpStatusCode.OK, Replayed: false });
        Assert.All(
            all.Where(one => one.Status != HttpStatusCode.OK),
            one => Assert.Equal((HttpStatusCode.Conflict, "/problems/idempotency-in-progress", 2), (one.Status, one.Rule, one.RetryAfter))
        );
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("expert-one", Comments, Comment, Key)).Status);
    }

    [Fact]
    public async Task What_broke_off_is_not_done_again_by_itself()
    {
        var request = new IdempotentRequest(
            "expert-one",
            "ApiComment",
            Key,
            $"/{Comments}\n\napplication/json; charset=utf-8\n{Sha(Comment)}"
        );
        Assert.IsType<KeyState.Free>(await World.Service<KeptAnswers>().BeginAsync(request, CancellationToken.None));
        Assert.Equal("/problems/idempotency-in-progress", (await PostAsync("expert-one", Comments, Comment, Key)).Rule);
        await World.Platform.AdvanceAsync(KeptAnswers.LongestWork + TimeSpan.FromMinutes(1));
        Given later = await PostAsync("expert-one", Comments, Comment, Key);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/idempotency-outcome-unknown"), (later.Status, later.Rule));
        Assert.Equal(0, await CommentsAsync());
    }

    [Fact]
    public async Task Keys_go_after_a_day_or_two_and_hold_no_readable_answer_meanwhile()
    {
        await PostAsync("expert-one", Comments, Comment, Key);
        TableEntity row = Assert.Single(await RowsAsync());
        Assert.DoesNotContain(Key, row.RowKey, StringComparison.Ordinal);
        Assert.DoesNotContain("recorded", Encoding.UTF8.GetString(row.GetBinary("Part0")!), StringComparison.Ordinal);
        await World.Platform.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.True((await PostAsync("expert-one", Comments, Comment, Key)).Replayed);
        await World.Platform.AdvanceAsync(TimeSpan.FromHours(25));
        await World.Platform.Busy.QuietAsync();
        Assert.Empty(await RowsAsync());
        Assert.False((await PostAsync("expert-one", Comments, Comment, Key)).Replayed);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("with a space")]
    [InlineData("slash/slash/slash")]
    [InlineData("\"only-one-quote")]
    [InlineData("")]
    public async Task What_is_no_key_is_refused(string key)
    {
        Given refused = await PostAsync("expert-one", Comments, Comment, key);
        Assert.Equal((HttpStatusCode.BadRequest, "/problems/idempotency-key"), (refused.Status, refused.Rule));
        Assert.Equal(0, await CommentsAsync());
    }

    [Fact]
    public async Task Every_POST_of_the_API_takes_the_header_and_what_the_mail_service_posts_does_not()
    {
        int walked = 0;
        foreach (
            Door door in Door.All.Where(door =>
                door.Method == HttpMethod.Post && door.Template.StartsWith("api/", StringComparison.Ordinal)
            )
        )
        {
            RoutePolicy policy = RouteTable.Find(door.Function, "POST")!.Policy;
            string path = door.Path(name =>
                name switch
                {
                    "planId" or "wave" => "af-2026",
                    "administration" => "AF",
                    "agreement" => "norad-acip-2026",
                    "period" => "20260101-20260331",
                    "number" => "1",
                    _ => "anything",
                }
            );
            Given answer = await PostAsync(
                policy.Proof == RouteProof.SignIn ? WhoMay(policy) : null,
                path,
                new { },
                "x",
                functionKey: policy.Proof is RouteProof.MasterKey or RouteProof.FunctionKey
            );
            Assert.True(
                policy.Proof == RouteProof.MailService
                    ? answer.Status == HttpStatusCode.ServiceUnavailable
                    : answer is { Status: HttpStatusCode.BadRequest, Rule: "/problems/idempotency-key" },
                $"{door}: {answer.Status} {answer.Body}"
            );
            bool said =
                door.Operation is not null
                && JsonSerializer.Serialize(await DocumentAsync(door)).Contains("Idempotency-Key", StringComparison.Ordinal);
            Assert.True(said == (policy.Proof != RouteProof.MailService), $"{door}: the document says {said}");
            walked++;
        }

        Assert.True(walked > 30, $"{walked} routes");
    }

    private JsonElement? document;

    private async Task<JsonElement> DocumentAsync(Door door)
    {
        document ??= await World.Http.GetFromJsonAsync<JsonElement>("api/openapi.json");
        return document.Value.GetProperty("paths").GetProperty(door.Operation!.Path).GetProperty("post").GetProperty("parameters");
    }

    private static string WhoMay(RoutePolicy policy) =>
        policy.Anywhere.Contains(Role.ProgrammeOfficer) ? "officer-one"
        : policy.Anywhere.Contains(Role.Approver) ? "approver-one"
        : policy.Anywhere.Contains(Role.IntegrityOfficer) ? "integrity-officer"
        : policy.Anywhere.Contains(Role.Auditor) ? "auditor"
        : "coordinator-af";

    private async Task<int> CommentsAsync() =>
        (await AuditRows.ReadAsync(World.Table, StreamId.Of(new PlanId("af-2026")), CancellationToken.None)).Count(link =>
            link.Kind == AuditKind.PlanCommented
        );

    private async Task<IReadOnlyList<TableEntity>> RowsAsync()
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in World.Service<TableServiceClient>().GetTableClient(KeptAnswers.Table).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        return rows;
    }

    private static string Sha(object body) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web))
        );

    private async Task<Given> PostAsync(string? person, string path, object body, string? key, bool quiet = true, bool functionKey = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (person is not null)
        {
            request.Headers.Add("X-Local-Sign-In", person);
        }

        if (functionKey)
        {
            request.Headers.Add("x-functions-key", World.Platform.MasterKey);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        }

        using HttpResponseMessage answer = await World.Http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        if (quiet)
        {
            await World.Platform.Busy.QuietAsync();
        }

        return new Given(
            answer.StatusCode,
            text,
            answer.Content.Headers.ContentType?.ToString(),
            answer.Headers.Contains(KeptAnswer.ReplayedHeader),
            (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds
        );
    }

    private sealed record Given(HttpStatusCode Status, string Body, string? ContentType, bool Replayed, int? RetryAfter)
    {
        public string? Rule =>
            Body.StartsWith('{') && JsonDocument.Parse(Body).RootElement.TryGetProperty("type", out JsonElement type)
                ? type.GetString()
                : null;
    }
}
