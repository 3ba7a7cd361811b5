using System.Text.Json.Nodes;
using ACip.Functions.Api;
using ACip.Functions.Api.Idempotency;
using ACip.Functions.Api.Lists;

namespace ACip.Functions.OpenApi;

/// <summary>Generates OpenAPI 3.1 from the table. Schemas come from the records themselves and therefore match what is sent.</summary>
internal static class ApiDocument
{
    public static JsonObject Write()
    {
        var schemas = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal) { ["Problem"] = Problem() };
        var paths = new JsonObject();
        foreach (IGrouping<string, ApiOperation> path in ApiTable.Operations.GroupBy(operation => operation.Path))
        {
            paths[path.Key] = new JsonObject(
                path.Select(operation => KeyValuePair.Create(operation.Method, (JsonNode?)Operation(operation, schemas)))
            );
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "A-CIP Serverless",
                ["version"] = "1.0",
                ["description"] =
                    "Action plans, quarterly reports, donor reports and audit of the WCO Anti-Corruption and Integrity Promotion Programme. Errors are RFC 9457 problem details. Every list is paged by limit and after, and given whole by format=csv or xlsx.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["externalDocs"] = new JsonObject
            {
                ["url"] = "/developers",
                ["description"] = "The same to read, with what the problems mean.",
            },
            ["tags"] = new JsonArray([
                .. ApiCapability.All.Select(one => (JsonNode?)new JsonObject { ["name"] = one.Key, ["description"] = one.About }),
            ]),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value))),
                ["securitySchemes"] = new JsonObject
                {
                    ["signIn"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "cookie",
                        ["name"] = "AppServiceAuthSession",
                        ["description"] = "App Service Authentication.",
                    },
                    ["masterKey"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "header",
                        ["name"] = "x-functions-key",
                    },
                    ["functionKey"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "header",
                        ["name"] = "x-functions-key",
                    },
                },
            },
        };
    }

    private static JsonObject Operation(ApiOperation operation, SortedDictionary<string, JsonNode> schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["tags"] = new JsonArray(ApiCapability.Of(operation.Path).Key),
            ["parameters"] = ApiParameters.Of(operation),
        };
        if ((operation.Body is null ? ApiFiles.SentTo(operation) : Json(operation.Body, schemas)) is { } sent)
        {
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = sent };
        }

        described["responses"] = new JsonObject([
            KeyValuePair.Create("200", (JsonNode?)Success(operation, schemas)),
            .. Failures(operation).OrderBy(one => one.Key, StringComparer.Ordinal),
        ]);
        described["security"] = operation.Caller switch
        {
            ApiCaller.SignedIn => new JsonArray(new JsonObject { ["signIn"] = new JsonArray() }),
            ApiCaller.FunctionKey => new JsonArray(new JsonObject { ["functionKey"] = new JsonArray() }),
            ApiCaller.MasterKey => new JsonArray(new JsonObject { ["masterKey"] = new JsonArray() }),
            _ => new JsonArray(),
        };
        return described;
    }

    private static JsonObject Success(ApiOperation operation, SortedDictionary<string, JsonNode> schemas)
    {
        if (operation.Answer is null)
        {
            return ApiFiles.GivenBy(operation) is { } file
                ? new JsonObject { ["description"] = "As the content type says.", ["content"] = file }
                : new JsonObject { ["description"] = "Done." };
        }

        JsonObject content = Json(operation.Answer, schemas);
        foreach (string file in operation.Paged ? new[] { "csv", "xlsx" } : [])
        {
            string type = ListExport.TypeOf(file).Split(';')[0];
            content[type] = new JsonObject
            {
                ["schema"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = type },
            };
        }

        return new JsonObject { ["description"] = "As described by the schema.", ["content"] = content };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Failures(ApiOperation operation)
    {
        if (operation.Method == "get" && operation is { Tagged: true, Answer: not null })
        {
            yield return KeyValuePair.Create("304", (JsonNode?)new JsonObject { ["description"] = "Unchanged." });
        }

        if (operation.Caller == ApiCaller.SignedIn)
        {
            yield return Failure("401", "Nobody is signed in.");
            yield return Failure("403", "Not for this role.");
        }

        if (operation.Caller is ApiCaller.MasterKey or ApiCaller.FunctionKey)
        {
            // by the host, before any function is asked
            yield return KeyValuePair.Create("401", (JsonNode?)new JsonObject { ["description"] = "The key is missing, or another one." });
        }

        bool writes = operation.Method != "get";
        if (writes || operation.Path.Contains('{', StringComparison.Ordinal))
        {
            yield return Failure("404", "There is no such thing, or it is not for this person.");
        }

        yield return Failure("400", "The body, the query or a header is not what is expected.");
        if (writes)
        {
            yield return Failure("409", "A rule refuses; the problem's type names it.");
            yield return Failure("413", "The body is larger than it may be.");
            yield return Failure("415", "The body is not of the kind that the address takes.");
            yield return Failure("412", "Somebody decided first, or it has changed.");
            yield return Failure(
                "422",
                ApiParameters.TakesKey(operation)
                    ? $"What it says cannot be taken; the problem's type names the rule. Or the {IdempotencyKey.Header} was given with something else."
                    : "What it says cannot be taken; the problem's type names the rule."
            );
        }

        if (operation.Seen == ApiSeen.MustSay)
        {
            yield return Failure("428", "If-Match is missing.");
        }

        if (operation.Caller != ApiCaller.MailService)
        {
            yield return Failure("429", "Too many requests; Retry-After says when again.");
        }

        yield return operation.Caller == ApiCaller.MailService || operation.Id == "getHealth"
            ? KeyValuePair.Create("503", (JsonNode?)new JsonObject { ["description"] = "Not now; try again." })
            : Failure("503", "Not now; nothing was changed. Retry-After says when again.");
    }

    private static KeyValuePair<string, JsonNode?> Failure(string status, string description) =>
        KeyValuePair.Create(
            status,
            (JsonNode?)
                new JsonObject
                {
                    ["description"] = description,
                    ["content"] = new JsonObject
                    {
                        ["application/problem+json"] = new JsonObject
                        {
                            ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                        },
                    },
                }
        );

    private static JsonObject Json(Type type, SortedDictionary<string, JsonNode> schemas)
    {
        string name = type.IsGenericType ? $"PageOf{type.GetGenericArguments()[0].Name}" : type.Name;
        if (!schemas.ContainsKey(name))
        {
            JsonNode schema = JsonShape.Of(type);
            Relocate(schema, $"#/components/schemas/{name}");
            schemas[name] = schema;
        }

        return new JsonObject
        {
            ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{name}" } },
        };
    }

    /// <summary>Rewrites a schema's references to its own parts, because it is embedded in the document.</summary>
    private static void Relocate(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonObject shape:
                if (shape["$ref"] is JsonValue reference && reference.GetValue<string>() is ['#', .. var rest])
                {
                    shape["$ref"] = place + rest;
                }

                foreach ((_, JsonNode? part) in shape)
                {
                    Relocate(part, place);
                }

                break;
            case JsonArray parts:
                foreach (JsonNode? part in parts)
                {
                    Relocate(part, place);
                }

                break;
        }
    }

    private static JsonObject Problem() =>
        new()
        {
            ["type"] = "object",
            ["description"] = "RFC 9457. Some problems have more members, such as the lines of a file.",
            ["required"] = new JsonArray("type", "title", "status", "detail", "instance", "next"),
            ["properties"] = new JsonObject(
                new[]
                {
                    ("type", "Names the rule; opened in a browser, it leads to words of help."),
                    ("title", "What the status means."),
                    ("detail", "Why, of this request."),
                    ("instance", "Path that was asked for."),
                    ("next", "What to do now."),
                }.Select(member =>
                    KeyValuePair.Create(member.Item1, (JsonNode?)new JsonObject { ["type"] = "string", ["description"] = member.Item2 })
                )
            )
            {
                ["status"] = new JsonObject { ["type"] = "integer" },
            },
        };
}
