using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ActionPlans;

/// <summary>Responses of the plan endpoints, with the same words, tags and problems in all of them.</summary>
internal static class PlanAnswers
{
    public static IResult NoSuchPlan(string planId) =>
        Problem(StatusCodes.Status404NotFound, "no-such-plan", $"There is no plan {planId}.");

    public static IResult NotJson { get; } = JsonBody.Refusal("not-json", "The body is not the JSON that this address takes.");

    public static IResult Json(object value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, Workflows.Serialization.Json.Stored, statusCode: status);

    public static IResult Tagged(HttpRequest request, object value, string tag)
    {
        request.HttpContext.Response.Headers.ETag = $"\"{tag}\"";
        return Json(value);
    }

    public static IResult Problem(int status, string rule, string detail, Dictionary<string, object?>? more = null) =>
        ApiProblem.Of(status, rule, detail, more);

    public static Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => JsonBody.ReadAsync<T>(request, cancellation, PlanDocument.Options);

    public static object[] Words(IEnumerable<RuleFinding> findings, Language language) =>
        [
            .. findings.Select(finding => new
            {
                finding.Rule,
                finding.Severity,
                finding.Path,
                Why = finding.Explanation.In(language),
            }),
        ];

    public static object Draft(DraftStatus standing, Language language) =>
        new
        {
            stage = standing.Plan.DraftStage,
            mayBeSubmitted = standing.MayBeSubmitted,
            savedBy = standing.Mark?.By,
            savedAt = standing.Mark?.At,
            findings = Words(standing.Findings, language),
            sections = DraftSections.All.ToDictionary(section => section, section => $"\"{DraftSections.Tag(standing.Draft, section)}\""),
            plan = standing.Draft,
        };

    public static IResult Of(DraftResult result, HttpRequest request, Language language, string? section = null) =>
        result switch
        {
            DraftResult.Saved saved => Saved(saved, request, language, section),
            DraftResult.Conflict conflict => Conflict(conflict, request, section),
            DraftResult.NotAPlan bad => Problem(
                StatusCodes.Status400BadRequest,
                "not-a-plan",
                $"{bad.At}: {bad.Why}",
                new() { ["path"] = bad.At }
            ),
            DraftResult.NotAWorkbook bad => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "workbook-not-taken",
                "The workbook was not taken.",
                new() { ["problems"] = Words(bad.Problems, language) }
            ),
            DraftResult.Refused { Rule: "no-such-plan" } refused => Problem(
                StatusCodes.Status404NotFound,
                refused.Rule,
                refused.Why.In(language)
            ),
            DraftResult.Refused { Rule: "plan-too-large" } refused => Problem(
                StatusCodes.Status413PayloadTooLarge,
                refused.Rule,
                refused.Why.In(language)
            ),
            DraftResult.Refused refused => Problem(StatusCodes.Status409Conflict, refused.Rule, refused.Why.In(language)),
            _ => throw new InvalidOperationException(),
        };

    public static async Task<IResult> OfAsync(
        CommandResult result,
        Language language,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        switch (result)
        {
            case CommandResult.Recorded:
                await workflows.FollowAsync(result, cancellation);
                return Json(new { recorded = true });
            case CommandResult.Stale stale:
                return Problem(StatusCodes.Status412PreconditionFailed, "decided-already", $"{stale.By} decided first.");
            case CommandResult.Refused refused:
                return Problem(
                    DecisionAnswer.StatusOf(refused),
                    refused.Rule,
                    RefusalRules.WordsOf(refused).In(language),
                    refused.Findings.Count == 0 ? null : new() { ["findings"] = Words(refused.Findings, language) }
                );
            default:
                throw new InvalidOperationException();
        }
    }

    private static IResult Saved(DraftResult.Saved saved, HttpRequest request, Language language, string? section)
    {
        string tag = section is null ? saved.Status.Tag : DraftSections.Tag(saved.Status.Draft, section);
        return Tagged(
            request,
            new
            {
                mayBeSubmitted = saved.Status.MayBeSubmitted,
                findings = Words(saved.Status.Findings, language),
                problems = Words(saved.Problems, language),
                sections = DraftSections.All.ToDictionary(one => one, one => $"\"{DraftSections.Tag(saved.Status.Draft, one)}\""),
            },
            tag
        );
    }

    /// <summary>Returns both versions with their differences, so that nothing is lost whatever the client does next.</summary>
    private static IResult Conflict(DraftResult.Conflict conflict, HttpRequest request, string? section)
    {
        ActionPlan theirs = conflict.Theirs.Draft;
        string tag = section is null ? conflict.Theirs.Tag : DraftSections.Tag(theirs, section);
        request.HttpContext.Response.Headers.ETag = $"\"{tag}\"";
        PlanComparison changes = PlanComparison.Compare(theirs, conflict.Yours);
        return Problem(
            StatusCodes.Status412PreconditionFailed,
            "draft-changed",
            $"{conflict.Theirs.Mark?.By.Value ?? "Somebody"} has saved since you read it. Nothing of yours was saved; both versions follow.",
            new()
            {
                ["sections"] = conflict.Sections,
                ["yours"] = section is null ? conflict.Yours : DraftSections.Of(conflict.Yours, section),
                ["theirs"] = section is null ? theirs : DraftSections.Of(theirs, section),
                ["savedBy"] = conflict.Theirs.Mark?.By,
                ["savedAt"] = conflict.Theirs.Mark?.At,
                ["changes"] = new { changes.Header, changes.Items },
            }
        );
    }

    private static object[] Words(IEnumerable<WorkbookProblem> problems, Language language) =>
        [
            .. problems.Select(problem => new
            {
                problem.Rule,
                problem.Sheet,
                problem.Cell,
                problem.Found,
                Why = problem.In(language),
            }),
        ];
}
