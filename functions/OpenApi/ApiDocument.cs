using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using ACip.Functions.Api;
using ACip.Functions.Idempotency;
using ACip.Workflows.Identifiers;

namespace ACip.Functions.OpenApi;

/// <summary>OpenAPI 3.1 out of the table; shapes come from the records themselves, so that they cannot differ from what is sent.</summary>
internal static partial class ApiDocument
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => IsId(context.TypeInfo.Type) ? new JsonObject { ["type"] = "string" } : schema,
    };

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
                    "Action plans, quarterly reports, donor reports and audit of the WCO Anti-Corruption and Integrity Promotion Programme. Errors are RFC 9457 problem details.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
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
        var answer = new JsonObject { ["description"] = operation.Answer is null ? "Done." : "As described by the schema." };
        if (operation.Answer is not null)
        {
            answer["content"] = Json(operation.Answer, schemas);
        }

        var described = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["parameters"] = Parameters(operation),
        };
        if (operation.Body is not null)
        {
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(operation.Body, schemas) };
        }

        described["responses"] = new JsonObject([KeyValuePair.Create("200", (JsonNode?)answer), .. Failures(operation)]);
        described["security"] = operation.Caller switch
        {
            ApiCaller.SignedIn => new JsonArray(new JsonObject { ["signIn"] = new JsonArray() }),
            ApiCaller.FunctionKey => new JsonArray(new JsonObject { ["functionKey"] = new JsonArray() }),
            ApiCaller.MasterKey => new JsonArray(new JsonObject { ["masterKey"] = new JsonArray() }),
            _ => new JsonArray(),
        };
        return described;
    }

    private static JsonArray Parameters(ApiOperation operation)
    {
        var parameters = new JsonArray();
        foreach (Match name in Braces().Matches(operation.Path))
        {
            parameters.Add(
                Parameter(
                    name.Groups[1].Value,
                    "path",
                    name.Groups[1].Value is "version" or "before" or "after" or "number"
                    && !operation.Path.Contains("/versions/{number}", StringComparison.Ordinal)
                        ? "integer"
                        : "string",
                    null
                )
            );
        }

        if (operation.Paged)
        {
            parameters.Add(Parameter("limit", "query", "integer", $"At most {JsonAnswer.MostAtOnce}; 50 where it is not given."));
            parameters.Add(Parameter("after", "query", "string", "The next of the part before."));
        }

        if (operation.Method == "get" && operation is { Tagged: true, Answer: not null })
        {
            parameters.Add(Parameter("If-None-Match", "header", "string", "The ETag of an earlier answer."));
        }

        if (TakesKey(operation))
        {
            JsonObject key = Parameter(
                IdempotencyKey.Header,
                "header",
                "string",
                $"Sent again with the same key within {KeptAnswers.Kept.TotalHours:0} hours, the same is answered as the first time ({KeptAnswer.ReplayedHeader}: true), and done once."
            );
            key["schema"]!["minLength"] = IdempotencyKey.Shortest;
            key["schema"]!["maxLength"] = IdempotencyKey.Longest;
            key["schema"]!["pattern"] = "^[A-Za-z0-9._:-]+$";
            parameters.Add(key);
        }

        if (operation.Seen != ApiSeen.No)
        {
            JsonObject seen = Parameter(
                "If-Match",
                "header",
                "string",
                operation.Seen == ApiSeen.MustSay
                    ? "The ETag of what is replaced, or * for whatever stands."
                    : "The ETag of what the decision is about; without it, the decision is about what stands now."
            );
            seen["required"] = operation.Seen == ApiSeen.MustSay;
            parameters.Add(seen);
        }

        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string type, string? description)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = new JsonObject { ["type"] = type },
        };
        if (description is not null)
        {
            parameter["description"] = description;
        }

        return parameter;
    }

    private static bool TakesKey(ApiOperation operation) =>
        operation is { Method: "post", Caller: ApiCaller.SignedIn or ApiCaller.FunctionKey or ApiCaller.MasterKey };

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
            yield return Failure("401", "The key is missing, or another one.");
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
            yield return Failure("412", "Somebody decided first, or it has changed.");
            yield return Failure(
                "422",
                TakesKey(operation)
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

        if (operation.Caller == ApiCaller.MailService || operation.Id == "getHealth")
        {
            yield return KeyValuePair.Create("503", (JsonNode?)new JsonObject { ["description"] = "Not now; try again." });
        }
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
            JsonNode schema = JsonAnswer.Options.GetJsonSchemaAsNode(type, Exporting);
            Relocate(schema, $"#/components/schemas/{name}");
            schemas[name] = schema;
        }

        return new JsonObject
        {
            ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{name}" } },
        };
    }

    /// <summary>A shape refers to its own parts as if it stood alone; here it stands within the document.</summary>
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
            ["properties"] = new JsonObject(
                new[] { "type", "title", "detail", "instance" }.Select(name =>
                    KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = "string" })
                )
            )
            {
                ["status"] = new JsonObject { ["type"] = "integer" },
            },
        };

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type)
            .GetInterfaces()
            .Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>));

    [GeneratedRegex(@"\{([a-zA-Z0-9]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
