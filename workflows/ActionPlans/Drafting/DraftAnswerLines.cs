using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>The lines of a mail about a draft that was rejected, wholly or in part.</summary>
internal static class DraftAnswerLines
{
    private static readonly Text Disputed = Texts.ColleagueChangedPartSinceWorkbookHanded;

    public static IReadOnlyList<UnclearLine> Of(DraftResult result, Language language) =>
        result switch
        {
            DraftResult.Saved saved =>
            [
                .. saved.Problems.Select(problem => new UnclearLine(Place(problem), (problem with { Found = null }).In(language))),
            ],
            DraftResult.NotAWorkbook bad =>
            [
                .. bad.Problems.Select(problem => new UnclearLine(Place(problem), (problem with { Found = null }).In(language))),
            ],
            DraftResult.Conflict conflict => [.. conflict.Sections.Select(section => new UnclearLine(section, Disputed.In(language)))],
            DraftResult.Refused refused => [new UnclearLine(refused.Rule, refused.Why.In(language))],
            _ => [],
        };

    /// <summary>A dozen show what kind of thing is missing; the page shows all of them.</summary>
    private const int MostShown = 12;

    public static IReadOnlyList<UnclearLine> Of(IReadOnlyList<RuleFinding> findings, Language language)
    {
        UnclearLine[] shown =
        [
            .. findings.Take(MostShown).Select(finding => new UnclearLine(PlaceOf(finding.Path), finding.Explanation.In(language))),
        ];
        int more = findings.Count - shown.Length;
        return more <= 0 ? shown : [.. shown, new UnclearLine("", Texts.MoreMoreWhichPageShows(more: more).In(language))];
    }

    public static IReadOnlyList<UnclearLine> Errors(IReadOnlyList<RuleFinding> findings, Language language) =>
        Of([.. findings.Where(finding => finding.Severity == Severity.Error)], language);

    public static PlanCounts Counts(ActionPlan plan) =>
        new(plan.Results.Count, plan.Indicators.Count, plan.Benchmarks.Count, plan.Activities.Count, plan.Risks.Count);

    /// <summary>What was submitted. Rules that only warn did not prevent it, and what they miss is listed.</summary>
    public static PlanHandedIn HandedIn(About.Plan about, DraftStatus status, Language language) =>
        new(about, Counts(status.Draft), Of([.. status.Findings.Where(finding => finding.Severity != Severity.Error)], language));

    /// <summary>The code of the item that a path such as indicators/A3/targets names.</summary>
    private static string PlaceOf(string path) => path.Split('/') is [_, { Length: > 0 } code, ..] ? code : path;

    /// <summary>Names the cell but never its content: a workbook may hold what must not be mailed.</summary>
    private static string Place(WorkbookProblem problem) =>
        problem switch
        {
            { Sheet: null } => "",
            { Cell: null } => problem.Sheet,
            _ => $"{problem.Sheet}!{problem.Cell}",
        };
}
