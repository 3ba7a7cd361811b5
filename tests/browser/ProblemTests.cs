using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Functions.Api;
using ACip.Tests.Browser.Matrix;
using ACip.Tests.Scenarios.Malformed;

namespace ACip.Tests.Browser;

/// <summary>Every refusal of the API is one kind of document, and its type leads to words of help.</summary>
[Collection(EverythingSite.Name)]
public sealed class ProblemTests(MalformedWorld world)
{
    private const string Report = "/api/plans/af-2026/reports/20261001-20261231";

    public static TheoryData<string, string, string?, int> Refusals =>
        new()
        {
            { "GET", "/api/plans?limit=0", "officer-two", 400 },
            { "GET", "/api/plans?sort=colour", "officer-two", 400 },
            { "GET", "/api/plans?colour=red", "officer-two", 400 },
            { "GET", "/api/plans", null, 401 },
            { "GET", "/api/programme", "coordinator-et", 403 },
            { "GET", "/api/plans/none-2026", "officer-two", 404 },
            { "GET", "/api/lists/none", "officer-two", 404 },
            { "GET", "/api/no/such/address", null, 404 },
            { "DELETE", "/api/plans/af-2026", "officer-two", 405 },
            { "PATCH", "/api/tasks", null, 405 },
            { "POST", Report + "/waiver", "officer-two", 409 },
            { "PUT", "/api/policies/approval", "officer-two", 412 },
            { "POST", "/api/plans", "officer-two", 413 },
            { "POST", Report + "/comments", "officer-two", 415 },
            { "POST", Report + "/comments", "officer-two", 400 },
            { "PUT", "/api/policies/approval", "officer-two", 428 },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_a_problem_document_that_says_what_to_do(string method, string path, string? person, int status)
    {
        using HttpClient http = Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (person is not null)
        {
            request.Headers.Add("X-Local-Sign-In", person);
        }

        request.Content = status switch
        {
            _ when method == "GET" => null,
            413 => new StringContent($"{{\"title\":\"{new string('x', 3 << 20)}\"}}", Encoding.UTF8, "application/json"),
            415 => new StringContent("Is this counted twice?", Encoding.UTF8, "text/plain"),
            400 => new StringContent("{", Encoding.UTF8, "application/json"),
            412 or 428 => JsonContent.Create(new { secondApproverFrom = 1 }),
            _ => JsonContent.Create(new { reason = "" }),
        };
        if (status == 412)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"old\""));
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(body);
        Assert.Equal(
            ["type", "title", "status", "detail", "instance", "next"],
            problem.RootElement.EnumerateObject().Take(6).Select(member => member.Name)
        );
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(path.Split('?')[0], problem.RootElement.GetProperty("instance").GetString());
        Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
        string type = problem.RootElement.GetProperty("type").GetString()!;
        Assert.StartsWith(ApiProblem.Types, type, StringComparison.Ordinal);

        using HttpResponseMessage help = await http.GetAsync(type);
        Assert.Equal(HttpStatusCode.SeeOther, help.StatusCode);
        string[] place = help.Headers.Location!.OriginalString.Split('#');
        string page = await http.GetStringAsync(place[0]);
        Assert.Contains($"id=\"{place[1]}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"status-{status}\"", page, StringComparison.Ordinal);
    }

    /// <summary>An address takes the filters of the pages' list, and finds the same; a file has all of it.</summary>
    [Fact]
    public async Task A_list_is_filtered_ordered_and_taken_along_as_on_its_page()
    {
        using HttpClient http = Client();
        http.DefaultRequestHeaders.Add("X-Local-Sign-In", "officer-two");
        string[] active = await IdsAsync(http, "/api/plans?state=Active&sort=-plan");
        string page = await http.GetStringAsync("/lists/plans?state=Active&sort=-plan");
        Assert.Equal(
            Regex.Matches(page, "<th scope=\"row\"[^>]*><a href=\"/plans/([a-z0-9-]+)").Select(match => match.Groups[1].Value),
            active
        );
        Assert.True(active.Length is > 0 and < 4, $"{active.Length}");
        Assert.Equal(active[1..], await IdsAsync(http, await NextAsync(http, "/api/plans?state=Active&sort=-plan&limit=1")));

        string csv = await http.GetStringAsync("/api/plans?state=Active&format=csv");
        Assert.Equal(active.Length + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using HttpResponseMessage workbook = await http.GetAsync("/api/lists/reports?administration=AF&format=xlsx");
        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Contains(".xlsx", workbook.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        using JsonDocument rows = JsonDocument.Parse(await http.GetStringAsync("/api/lists/reports?administration=AF&overdue=no"));
        Assert.All(
            rows.RootElement.GetProperty("items").EnumerateArray(),
            row => Assert.Equal("AF", row.GetProperty("cells").GetProperty("administration").GetProperty("codes")[0].GetString())
        );
    }

    private static async Task<string[]> IdsAsync(HttpClient http, string path)
    {
        using JsonDocument list = JsonDocument.Parse(await http.GetStringAsync(path));
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }

    private static async Task<string> NextAsync(HttpClient http, string path)
    {
        using HttpResponseMessage part = await http.GetAsync(path);
        return Regex
            .Match(part.Headers.GetValues("Link").Single(), "<([^>]+)>; rel=\"next\"")
            .Groups[1]
            .Value.Replace("&limit=1", "", StringComparison.Ordinal);
    }

    private HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(world.World.Platform.BaseUrl),
        };
}
