using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ACip.Functions.Authorization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>The body of a request as a record: the one place where JSON comes in, and where what no list, enumeration or text may hold is
/// refused.</summary>
internal static class JsonBody
{
    private const string Item = "acip json problem";

    private static readonly JsonSerializerOptions Usual = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SoundJson.MayBeLeftOut } },
    };

    /// <returns>Null where the body is not JSON, or not of this shape; what is wrong is told by <see cref="Refusal"/>.</returns>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation, JsonSerializerOptions? options = null)
        where T : class
    {
        if (!request.HasJsonContentType() || await RequestBody.ReadAsync(request, RequestBody.LargestJson, cancellation) is not { } bytes)
        {
            return null;
        }

        try
        {
            T? read = JsonSerializer.Deserialize<T>(bytes, options ?? Usual);
            if (read is not null && SoundJson.In(read, options ?? Usual) is not { } problem)
            {
                return read;
            }

            request.HttpContext.Items[Item] = read is null ? new JsonProblem("$", "null-element") : SoundJson.In(read, options ?? Usual);
        }
        catch (JsonException error)
        {
            request.HttpContext.Items[Item] = new JsonProblem(error.Path ?? "$", "not-json");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or NotSupportedException or FormatException)
        {
            request.HttpContext.Items[Item] = new JsonProblem("$", "not-json");
        }

        return null;
    }

    /// <summary>400 that says what the address takes, and where in this request's body something else stands.</summary>
    public static IResult Refusal(string type, string detail) => new BodyRefusal(type, detail);

    private sealed class BodyRefusal(string type, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var problem = httpContext.Items[Item] as JsonProblem;
            Dictionary<string, object?>? where = problem is null ? null : new() { ["path"] = problem.At, ["rule"] = problem.Rule };
            return Results
                .Problem(
                    problem is null ? detail : $"{detail} {problem.At}: {Words(problem.Rule)}",
                    statusCode: StatusCodes.Status400BadRequest,
                    type: $"/problems/{type}",
                    title: type,
                    extensions: where
                )
                .ExecuteAsync(httpContext);
        }

        private static string Words(string rule) =>
            rule switch
            {
                "null-element" => "null is no item here.",
                "unknown-value" => "no such value.",
                "day-out-of-range" => $"a day from {DayBounds.First:yyyy-MM-dd} to {DayBounds.Last:yyyy-MM-dd}, please.",
                "number-too-large" => $"a number has at most {SoundJson.LargestNumber:0} either side of 0.",
                "text-too-long" => $"a text has at most {SoundJson.LongestText} characters.",
                _ => "this cannot be read.",
            };
    }
}
