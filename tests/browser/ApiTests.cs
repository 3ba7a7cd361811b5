using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Functions;
using ACip.Functions.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Tests.Browser;

/// <summary>The JSON API and the document that describes it.</summary>
[Collection(OneSite.Name)]
public sealed partial class ApiTests(Site site)
{
    [Fact]
    public void The_document_has_every_route_of_the_functions_and_no_other()
    {
        string[] routes =
        [
            .. from type in typeof(App).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<FunctionAttribute>() is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true
            from verb in trigger.Methods ?? []
            select $"{verb.ToUpperInvariant()} /{Constraint().Replace(trigger.Route!, "}")}",
        ];
        string[] described = [.. ApiTable.Operations.Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}")];
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.All(ApiFiles.Ids, id => Assert.Contains(id, ApiTable.Operations.Select(operation => operation.Id)));
        Assert.Equal(described.Length, ApiTable.Operations.DistinctBy(operation => operation.Id).Count());
    }

    [Fact]
    public async Task Every_reference_in_the_document_leads_somewhere_and_every_shape_says_something()
    {
        using HttpClient client = site.Client();
        using JsonDocument document = JsonDocument.Parse(await client.GetByteArrayAsync("/api/openapi.json"));
        Assert.Equal("3.1.0", document.RootElement.GetProperty("openapi").GetString());
        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Assert.All(schemas.EnumerateObject(), schema => Assert.Equal(JsonValueKind.Object, schema.Value.ValueKind));
        foreach (Match reference in Reference().Matches(document.RootElement.GetRawText()))
        {
            Assert.True(schemas.TryGetProperty(reference.Groups[1].Value, out _), reference.Value);
        }
    }

    [Fact]
    public async Task A_linter_finds_nothing_in_the_document()
    {
        string linter = await Npm.FolderAsync("@redocly/cli");
        string folder = Directory.CreateTempSubdirectory("acip-openapi-").FullName;
        using HttpClient client = site.Client();
        await File.WriteAllBytesAsync(Path.Combine(folder, "openapi.json"), await client.GetByteArrayAsync("/api/openapi.json"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "redocly.yaml"), Path.Combine(folder, "redocly.yaml"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "redocly.ignore.yaml"), Path.Combine(folder, ".redocly.lint-ignore.yaml"));

        string found = await Npm.RunAsync(
            "node",
            folder,
            Path.Combine(linter, "bin", "cli.js"),
            "lint",
            "openapi.json",
            "--format=github-actions"
        );

        Assert.DoesNotContain("::", found, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    public static TheoryData<string, string> Readings =>
        new()
        {
            { "/api/programme", "officer-one" },
            { "/api/administrations", "officer-one" },
            { "/api/tasks", "officer-one" },
            { "/api/plans", "coordinator-af" },
            { "/api/plans/af-2026", "coordinator-af" },
            { "/api/plans/af-2026/versions", "officer-one" },
            { "/api/plans/af-2026/versions/1", "officer-one" },
            { "/api/plans/af-2026/compare/1/1", "officer-one" },
            { "/api/plans/af-2026/reports", "officer-one" },
            { "/api/plans/af-2026/reports/20260701-20260930", "officer-one" },
            { "/api/plans/af-2026/observations", "officer-one" },
            { "/api/donor-reports", "officer-one" },
            { "/api/donor-reports/norad-acip-2026/20260101-20261231", "officer-one" },
            { "/api/donor-reports/norad-acip-2026/20260101-20261231/verify", "officer-one" },
            { "/api/audit/plan-af-2026", "auditor" },
            { "/api/audit/plan-af-2026/verify", "auditor" },
        };

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task What_was_read_has_a_tag_and_is_not_sent_twice(string path, string person)
    {
        await site.Platform.Busy.QuietAsync();
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(JsonValueKind.Object, body.RootElement.ValueKind);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        using HttpResponseMessage unchanged = await client.SendAsync(again);
        Assert.Contains(unchanged.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotModified, HttpStatusCode.OK]);
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Who_is_not_signed_in_gets_a_problem_and_nothing_else(string path, string person)
    {
        Assert.NotEmpty(person);
        using HttpClient client = site.Client();
        using HttpResponseMessage answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/plans/gh-2026", "coordinator-af", HttpStatusCode.NotFound)]
    [InlineData("/api/plans/gh-2026/observations", "coordinator-af", HttpStatusCode.NotFound)]
    [InlineData("/api/plans/no%2Fsuch", "officer-one", HttpStatusCode.NotFound)]
    [InlineData("/api/plans/af-2026/versions/9", "officer-one", HttpStatusCode.NotFound)]
    [InlineData("/api/plans/af-2026/reports/19990101-19990331", "officer-one", HttpStatusCode.NotFound)]
    [InlineData("/api/audit/plan-af-2026", "coordinator-af", HttpStatusCode.Forbidden)]
    [InlineData("/api/donor-reports/norad-acip-2026/20260101-20261231/verify", "reader-norad", HttpStatusCode.NotFound)]
    public async Task What_is_not_for_a_person_is_a_problem(string path, string person, HttpStatusCode expected)
    {
        using HttpClient client = site.Client(person);
        using HttpResponseMessage answer = await client.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_long_list_comes_in_parts_without_a_gap_or_a_repeat()
    {
        await site.Platform.Busy.QuietAsync();
        using HttpClient client = site.Client("auditor");
        var seen = new List<int>();
        string after = "";
        do
        {
            using JsonDocument part = JsonDocument.Parse(await client.GetByteArrayAsync($"/api/audit/plan-af-2026?limit=20&after={after}"));
            seen.AddRange(part.RootElement.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("sequence").GetInt32()));
            after = part.RootElement.GetProperty("next").GetString() ?? "";
        } while (after.Length > 0);

        Assert.True(seen.Count > 40);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
    }

    [Fact]
    public async Task A_decision_about_something_that_has_changed_since_is_refused()
    {
        using HttpClient client = site.Client("approver-one");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/donor-reports/norad-acip-2026/20260101-20261231/decision")
        {
            Content = JsonContent.Create(new { approved = true }),
        };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"old\""));
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task Health_says_that_everything_can_be_reached()
    {
        using HttpClient client = site.Client();
        using HttpResponseMessage answer = await client.GetAsync("/api/health");
        Assert.Equal(
            """{"healthy":true,"tables":true,"blobs":true,"workflows":true,"mail":true,"mailArrives":null,"mailArrivedAt":null}""",
            await answer.Content.ReadAsStringAsync()
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex(@"(:[a-z()0-9]+|=[a-z.]+|\?)\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("""#/components/schemas/([A-Za-z]+)""")]
    private static partial Regex Reference();
}
