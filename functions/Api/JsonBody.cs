using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ACip.Functions.Authorization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>Reads a request's body into a record. The only place where JSON enters; it rejects values that lists, enumerations and texts
/// must not hold.</summary>
internal static class JsonBody
{
    private const string Item = "acip json problem";

    private static readonly JsonProblem OtherType = new("$", "other-content-type"),
        TooLarge = new("$", "body-too-large");

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
        if (!request.HasJsonContentType())
        {
            request.HttpContext.Items[Item] = request.ContentType is null && request.ContentLength is null or 0 ? null : OtherType;
            return null;
        }

        if (await RequestBody.ReadAsync(request, RequestBody.LargestJson, cancellation) is not { } bytes)
        {
            request.HttpContext.Items[Item] = TooLarge;
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

    /// <summary>400 if the body has another shape than the address takes, with the position; 413 if it is too large; 415 if it is not
    /// JSON.</summary>
    public static IResult Refusal(string type, string detail) => new BodyRefusal(type, detail);

    private sealed class BodyRefusal(string type, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var problem = httpContext.Items[Item] as JsonProblem;
            return (
                problem is null ? ApiProblem.Of(StatusCodes.Status400BadRequest, type, detail)
                : problem == TooLarge ? RequestBody.TooLarge(RequestBody.LargestJson)
                : problem == OtherType
                    ? ApiProblem.Of(
                        StatusCodes.Status415UnsupportedMediaType,
                        "other-content-type",
                        $"The Content-Type is application/json here. {detail}"
                    )
                : ApiProblem.Of(
                    StatusCodes.Status400BadRequest,
                    type,
                    $"{detail} {problem.At}: {Words(problem.Rule)}",
                    new Dictionary<string, object?> { ["path"] = problem.At, ["rule"] = problem.Rule }
                )
            ).ExecuteAsync(httpContext);
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
