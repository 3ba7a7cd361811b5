using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ACip.Functions.OpenApi;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Each operation of the OpenAPI document, called rightly, wrongly, by nobody and by somebody whose it is not: it answers as the
/// document says, in the shape of a problem where it refuses.</summary>
public sealed class ContractTests(MalformedWorld world, ITestOutputHelper output) : IClassFixture<MalformedWorld>
{
    /// <summary>Who may do most, one after the other; and those to whom it is foreign.</summary>
    private static readonly string[] Entitled = ["officer-two", "approver-two", "coordinator-af", "integrity-officer", "auditor"],
        Foreign = ["reader-norad", "coordinator-lb"];

    [Fact]
    public async Task Every_operation_answers_as_it_is_documented()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        JsonNode document = JsonNode.Parse(await http.GetStringAsync(new Uri(new Uri(world.World.Platform.BaseUrl), "api/openapi.json")))!;
        var wrong = new List<string>();
        var answered = new SortedDictionary<int, int>();
        int reads = 0,
            read = 0;
        foreach (Door door in Door.All.Where(one => one.Operation is not null))
        {
            string[] documented =
            [
                .. document["paths"]![$"/{door.Template}"]![door.Method.Method.ToLowerInvariant()]!["responses"]!
                    .AsObject()
                    .Select(one => one.Key),
            ];
            bool found = false;
            foreach (MalformedRequest call in Calls(door))
            {
                using HttpRequestMessage message = call.Message(world.World.Platform.BaseUrl, world.World.Platform.MasterKey);
                using HttpResponseMessage answer = await http.SendAsync(message);
                int status = (int)answer.StatusCode;
                answered[status] = answered.GetValueOrDefault(status) + 1;
                found |= answer.StatusCode == HttpStatusCode.OK;
                string asDocumented = status is 201 or 202 or 204 or 304 ? "200" : status.ToString(CultureInfo.InvariantCulture);
                if (!documented.Contains(asDocumented))
                {
                    wrong.Add($"{status} is not among {string.Join(", ", documented)}: {call}");
                }
                else if (status >= 400 && !IsProblem(door, answer))
                {
                    wrong.Add($"{status} is no problem document but {answer.Content.Headers.ContentType}: {call}");
                }
                else if (call.What == "nobody" && status < 400 && door.Operation!.Caller != ApiCaller.Anybody)
                {
                    wrong.Add($"{status} for nobody: {call}");
                }
            }

            await world.World.Platform.Busy.QuietAsync();
            if (door.Method == HttpMethod.Get)
            {
                reads++;
                read += found ? 1 : 0;
            }
        }

        output.WriteLine(
            $"{string.Join(", ", answered.Select(one => $"{one.Key}: {one.Value}"))}; {read} of {reads} reads found something"
        );
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(60))}");
        Assert.InRange(read, reads * 3 / 4, reads);
    }

    private IEnumerable<MalformedRequest> Calls(Door door)
    {
        var random = new Random(11);
        string Path() => door.Path(parameter => Uri.EscapeDataString(world.Value(door, parameter, random)));
        bool writes = door.Method != HttpMethod.Get;
        byte[]? sound = !writes
            ? null
            : System.Text.Encoding.UTF8.GetBytes((MalformedRequests.SoundBody(door.Operation!) ?? new JsonObject()).ToJsonString());
        yield return new MalformedRequest(door, Path(), null, "nobody") { Body = sound };
        foreach (string person in Foreign)
        {
            yield return new MalformedRequest(door, Path(), person, "not theirs") { Body = sound };
        }

        if (writes)
        {
            yield return new MalformedRequest(door, Path(), Entitled[0], "no JSON")
            {
                Body = "{"u8.ToArray(),
                Headers = [("If-Match", "*")],
            };
        }

        foreach (string person in Entitled)
        {
            yield return new MalformedRequest(door, Path(), person, "as it should be")
            {
                Body = sound,
                Headers = writes && door.Operation!.Seen != ApiSeen.No ? [("If-Match", "*")] : [],
            };
        }
    }

    /// <summary>What the host refuses before our code, and what a mail service is answered, has no body.</summary>
    private static bool IsProblem(Door door, HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
        || (answer.Content.Headers.ContentLength is null or 0 && answer.Content.Headers.ContentType is null)
        || door.Operation!.Caller is ApiCaller.MailService;
}
