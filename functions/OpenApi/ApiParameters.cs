using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Functions.Api.Idempotency;
using ACip.Functions.Api.Lists;
using ACip.Functions.Pages.Lists;

namespace ACip.Functions.OpenApi;

/// <summary>An operation's parameters, besides its body.</summary>
internal static partial class ApiParameters
{
    public static JsonArray Of(ApiOperation operation) =>
        [.. Path(operation), .. operation.Paged ? Paging(operation) : [], .. Headers(operation)];

    public static bool TakesKey(ApiOperation operation) =>
        operation is { Method: "post", Caller: ApiCaller.SignedIn or ApiCaller.FunctionKey or ApiCaller.MasterKey };

    private static IEnumerable<JsonNode?> Path(ApiOperation operation) =>
        Braces()
            .Matches(operation.Path)
            .Select(name =>
                (JsonNode?)Parameter(
                    name.Groups[1].Value,
                    "path",
                    name.Groups[1].Value is "version" or "before" or "after" or "number"
                    && !operation.Path.Contains("/versions/{number}", StringComparison.Ordinal)
                        ? "integer"
                        : "string",
                    null
                )
            );

    /// <summary>Common to all lists, with the columns of the list page if there is one.</summary>
    private static IEnumerable<JsonNode?> Paging(ApiOperation operation)
    {
        JsonObject limit = Parameter(ListAnswer.Limit, "query", "integer", $"How many at most; {ListAnswer.Usual} where it is not given.");
        limit["schema"]!["minimum"] = 1;
        limit["schema"]!["maximum"] = ListAnswer.MostAtOnce;
        limit["schema"]!["default"] = ListAnswer.Usual;
        yield return limit;
        yield return Parameter(ListAnswer.After, "query", "string", "The next of the part before, as it was answered.");
        JsonObject format = Parameter(
            ListAnswer.Format,
            "query",
            "string",
            "All of the list as a file, CSV or a workbook, instead of a part of it as JSON; without limit and after."
        );
        format["schema"]!["enum"] = new JsonArray("csv", "xlsx");
        yield return format;
        if (operation.Id == "getDonorReportLineage")
        {
            yield return Parameter("indicator", "query", "string", "A code of the donor's: its figures alone.");
        }

        if (operation.Columns is not { } columns)
        {
            yield break;
        }

        yield return Parameter("q", "query", "string", "Words, all of which stand somewhere in the row; case and accents do not matter.");
        foreach (ListColumn column in columns.Where(column => column.Filters))
        {
            yield return Parameter(column.Key, "query", "string", $"{column.Heading.En}: a code of it, as the pages' list has it.");
        }

        JsonObject sort = Parameter("sort", "query", "string", "A column; after a hyphen, the other way round.");
        sort["schema"]!["enum"] = new JsonArray([.. columns.SelectMany(column => new JsonNode?[] { column.Key, $"-{column.Key}" })]);
        yield return sort;
    }

    private static IEnumerable<JsonNode?> Headers(ApiOperation operation)
    {
        if (operation.Method == "get" && operation is { Tagged: true, Answer: not null })
        {
            yield return Parameter("If-None-Match", "header", "string", "The ETag of an earlier answer.");
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
            yield return key;
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
            yield return seen;
        }
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

    [GeneratedRegex(@"\{([a-zA-Z0-9]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
