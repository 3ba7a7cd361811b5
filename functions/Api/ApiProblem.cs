using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>Every refusal of the API: RFC 9457, with the same members in the same order, a <c>type</c> that links to an explanation, and
/// advice on what to do next.</summary>
internal sealed class ApiProblem : IResult
{
    /// <summary>Prefix of a rule's name. Opened in a browser, it leads to the rule's place on the page of errors.</summary>
    public const string Types = "/problems/";

    private readonly int status;
    private readonly string rule;
    private readonly string detail;
    private readonly IReadOnlyDictionary<string, object?>? more;

    private ApiProblem(int status, string rule, string detail, IReadOnlyDictionary<string, object?>? more) =>
        (this.status, this.rule, this.detail, this.more) = (status, rule, detail, more);

    /// <param name="rule">In small letters and hyphens; programs tell problems apart by it.</param>
    /// <param name="detail">Why, of this request.</param>
    /// <param name="more">What else a program can use, such as the lines of a file.</param>
    public static IResult Of(int status, string rule, string detail, IReadOnlyDictionary<string, object?>? more = null) =>
        new ApiProblem(status, rule, detail, more);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        StatusHelp help = StatusHelp.Of(status);
        var said = new Dictionary<string, object?>
        {
            ["type"] = Types + rule,
            ["title"] = help.Title,
            ["status"] = status,
            ["detail"] = detail,
            ["instance"] = httpContext.Request.Path.Value,
            ["next"] = help.Next,
        };
        foreach ((string name, object? value) in more ?? new Dictionary<string, object?>())
        {
            said[name] = value;
        }

        return Results.Json(said, Json.Stored, "application/problem+json", status).ExecuteAsync(httpContext);
    }
}
