using System.Text.Json.Nodes;
using ACip.Functions.OpenApi;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Makes malformed requests for a door: the same ones for the same seed.</summary>
internal sealed class MalformedRequests(
    IBehindDoors world,
    IReadOnlyList<(string Person, PageForm Form)> forms,
    IReadOnlyDictionary<string, string> wholes
)
{
    public const int Fewest = 50;

    private static readonly string?[] People =
    [
        "officer-one",
        "approver-one",
        "coordinator-af",
        "coordinator-et",
        "integrity-officer",
        "auditor",
        "reader-norad",
        null,
    ];

    /// <summary>Bodies of doors whose type the table does not name; broken in the same ways.</summary>
    private static readonly Dictionary<string, JsonNode> Unnamed = new(StringComparer.Ordinal)
    {
        ["saveDraftSection"] = SoundJson.Of(typeof(ActionPlan))!,
        ["writeDonorReportTexts"] = JsonNode.Parse("""{"narratives":[{"section":"Summary","language":"En","text":"x"}]}""")!,
        ["reviseDonorReport"] = JsonNode.Parse("""{"changeNote":"x"}""")!,
        ["checkEvidence"] = JsonNode.Parse("""{"clean":true}""")!,
        ["handleMailSetAside"] = JsonNode.Parse("""{"action":"discard","reason":"x","person":"coordinator-af","task":"x"}""")!,
    };

    /// <summary>Where it is not the body that says what is done.</summary>
    private static readonly string[] WithoutBody = ["submitPlan", "addDonorReportAnnex"];

    public IReadOnlyList<MalformedRequest> For(Door door, int count, int seed)
    {
        var random = new Random(seed);
        MalformedRequest[] all = [.. All(door, random)];
        random.Shuffle(all);
        Assert.True(all.Length >= Fewest, $"{door} has {all.Length} malformed requests only.");
        return all[..Math.Min(count, all.Length)];
    }

    /// <returns>A body that the operation takes; null where it takes none.</returns>
    public static JsonNode? SoundBody(ApiOperation operation) =>
        operation.Body is { } type ? SoundJson.Of(type) : Unnamed.GetValueOrDefault(operation.Id);

    private IEnumerable<MalformedRequest> All(Door door, Random random)
    {
        bool writes = door.Method != HttpMethod.Get;
        foreach (string parameter in door.Parameters)
        {
            foreach (string odd in Odd.Ids)
            {
                MalformedRequest request = To(door, random, $"{parameter} is {odd[..Math.Min(40, odd.Length)]}", (parameter, odd));
                request =
                    !writes ? request
                    : door.Operation is null ? WithCsrf(request, [KeyValuePair.Create("reason", "x")])
                    : request with { Body = "{}"u8.ToArray() };
                yield return request;
                yield return request with
                {
                    Path = request.Path + Odd.Queries[random.Next(Odd.Queries.Count)],
                    What = $"{request.What}, and its query",
                };
            }
        }

        // where a key is asked for and none is shown, whatever else is said
        if (!writes || door.Operation?.Caller == ApiCaller.FunctionKey)
        {
            foreach (string query in Odd.Queries)
            {
                MalformedRequest request = To(door, random, $"query {query[..Math.Min(40, query.Length)]}");
                yield return request with
                {
                    Path = request.Path + query,
                };
            }

            foreach ((string name, string value) in Odd.Headers)
            {
                yield return To(door, random, $"{name}: {value[..Math.Min(40, value.Length)]}") with
                {
                    Headers = [(name, value)],
                };
            }

            yield break;
        }

        foreach (MalformedRequest request in door.Operation is { } operation ? Programs(door, operation, random) : Forms(door, random))
        {
            yield return request;
        }
    }

    private IEnumerable<MalformedRequest> Programs(Door door, ApiOperation operation, Random random)
    {
        bool ignoresBody = WithoutBody.Contains(operation.Id) || door.NeedsKey;
        foreach (byte[] body in door.IsWebhook ? Odd.Bodies : [])
        {
            yield return To(door, random, "signed with nonsense") with
            {
                Body = body,
                ContentType = random.Next(2) == 0 ? "application/json" : "multipart/form-data; boundary=x",
                Headers =
                [
                    ("X-Twilio-Email-Event-Webhook-Signature", "bm9uc2Vuc2U="),
                    ("X-Twilio-Email-Event-Webhook-Timestamp", random.Next(2) == 0 ? "9999999999999999999" : "today"),
                ],
            };
        }

        foreach (byte[] body in ignoresBody ? [] : Odd.Bodies)
        {
            // without a body, some ask for nothing but what they do anyway
            if (body.Length > 0 || operation.Body is not null)
            {
                yield return Tagged(To(door, random, "body") with { Body = body }, operation, "*");
            }
        }

        if (SoundBody(operation) is { } sound)
        {
            foreach ((string what, string body) in BrokenJson.Of(sound))
            {
                yield return Tagged(To(door, random, what) with { Body = System.Text.Encoding.UTF8.GetBytes(body) }, operation, "*");
            }

            foreach (string tag in operation.Seen == ApiSeen.No ? [] : Odd.MalformedTags)
            {
                yield return Tagged(
                    To(door, random, $"If-Match: {tag}") with
                    {
                        Body = System.Text.Encoding.UTF8.GetBytes(sound.ToJsonString()),
                    },
                    operation,
                    tag
                );
            }
        }

        if (door.NeedsKey)
        {
            // without a value it is left out, and the sample is loaded
            foreach (
                string query in Odd.Queries.Where(query =>
                    !query.EndsWith('=')
                    && (
                        query.StartsWith("?administrations", StringComparison.Ordinal)
                        || query.StartsWith("?start", StringComparison.Ordinal)
                    )
                )
            )
            {
                foreach (string more in (string[])["", "&administrations=-5", "&start=nonsense"])
                {
                    MalformedRequest request = To(door, random, query);
                    yield return request with
                    {
                        Path = request.Path + query + more,
                    };
                }
            }
        }
    }

    // csharpier-ignore
    private IEnumerable<MalformedRequest> Forms(Door door, Random random)
    {
        (string Person, PageForm Form)[] found = [.. forms.Where(one => door.Leads(one.Form.Action))];
        foreach ((string person, PageForm form) in found)
        {
            var request = new MalformedRequest(door, form.Action, person.Length == 0 ? null : person, "form") { Cookie = world.Cookie };
            IReadOnlyList<KeyValuePair<string, string>> sent = form.Sent();
            foreach (PageField field in form.Fields.Where(field => field.Name != "csrf"))
            {
                foreach (string impossible in field.Impossible)
                {
                    yield return request.With([
                        .. sent.Where(one => one.Key != field.Name),
                        KeyValuePair.Create(field.Name, impossible),
                    ]) with
                    {
                        What = $"{field.Name} is {impossible[..Math.Min(40, impossible.Length)]}",
                    };
                }
            }

            yield return request.With(sent.Where(one => one.Key != "csrf")) with
            {
                What = "no csrf",
            };
            yield return request.With(sent.Select(one => one.Key == "csrf" ? MalformedRequest.Csrf(new string('0', 32)) : one)) with
            {
                What = "another csrf",
            };
            yield return request.With(sent) with
            {
                What = "of another kind",
                ContentType = "application/json",
            };
            yield return request.With(sent) with
            {
                What = "of no kind",
                ContentType = "",
            };
            yield return request.With([.. sent, .. Enumerable.Range(0, 3_000).Select(at => KeyValuePair.Create($"f{at}", "x"))]) with
            {
                What = "3,000 fields",
            };
            yield return request.With([.. sent, KeyValuePair.Create(new string('k', 5_000), "x")]) with
            {
                What = "a long name",
            };
            yield return request with
            {
                What = "multipart without a boundary",
                Body = "--x"u8.ToArray(),
                ContentType = "multipart/form-data",
            };
            yield return request with
            {
                What = "multipart broken off",
                Body = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"u8.ToArray(),
                ContentType = "multipart/form-data; boundary=x",
            };
        }

        // and what no page of ours would lead to: any fields, with a token that holds
        foreach (byte[] body in Odd.Bodies)
        {
            yield return To(door, random, "body as a form") with
            {
                Body = body,
                ContentType = "application/x-www-form-urlencoded",
            };
        }

        foreach (
            string name in (string[])
                [
                    "approved", "reason", "text", "seen", "act", "lastDay", "day", "kind", "comment", "items", "whole", "code", "pace",
                    "waive", "reason2", "language",
                ]
        )
        {
            yield return WithCsrf(To(door, random, $"{name} is too long"), [KeyValuePair.Create(name, Odd.LongText)]);
        }
    }

    private MalformedRequest To(Door door, Random random, string what, (string Name, string Value)? odd = null)
    {
        string path = door.Path(parameter => parameter == odd?.Name ? odd.Value.Value : world.Value(door, parameter, random));
        string? person =
            wholes.TryGetValue(door.ToString(), out string? whole) && random.Next(4) > 0 ? whole : People[random.Next(People.Length)];
        return new MalformedRequest(door, path, person, what)
        {
            Cookie = door.Template.StartsWith("tasks/", StringComparison.Ordinal) ? world.Cookie : null,
        };
    }

    private MalformedRequest WithCsrf(MalformedRequest request, IEnumerable<KeyValuePair<string, string>> fields)
    {
        string path = "/" + Uri.UnescapeDataString(request.Path);
        string whose = request.Door.Template.StartsWith("tasks/", StringComparison.Ordinal)
            ? TaskTokens.Hash(path.Split('/')[2])
            : request.Person ?? "nobody";
        return request.With([MalformedRequest.Csrf(world.Csrf(whose, path)), .. fields]);
    }

    private static MalformedRequest Tagged(MalformedRequest request, ApiOperation operation, string tag) =>
        operation.Seen == ApiSeen.No || (operation.Seen == ApiSeen.MaySay && tag == "*")
            ? request
            : request with
            {
                Headers = [("If-Match", tag)],
            };
}
