using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>What a mail says about a draft that was not taken, or not taken whole.</summary>
internal static class DraftAnswerLines
{
    private static readonly Text3 Disputed = new(
        "A colleague has changed this part since the workbook was handed out. Nothing of the workbook was taken; please use the latest one.",
        "Un collègue a modifié cette partie depuis la remise du classeur. Rien du classeur n'a été repris ; veuillez utiliser le plus récent.",
        "Un colega ha cambiado esta parte desde que se entregó el libro. No se tomó nada del libro; use el más reciente.");

    public static IReadOnlyList<UnclearLine> Of(DraftResult result, Language language) => result switch
    {
        DraftResult.Saved saved => [.. saved.Problems.Select(problem => new UnclearLine(Place(problem), (problem with { Found = null }).In(language)))],
        DraftResult.NotAWorkbook bad => [.. bad.Problems.Select(problem => new UnclearLine(Place(problem), (problem with { Found = null }).In(language)))],
        DraftResult.Conflict conflict => [.. conflict.Sections.Select(section => new UnclearLine(section, Disputed.In(language)))],
        DraftResult.Refused refused => [new UnclearLine(refused.Rule, refused.Why.In(language))],
        _ => [],
    };

    public static IReadOnlyList<UnclearLine> Of(IReadOnlyList<Finding> findings, Language language) =>
        [.. findings.Select(finding => new UnclearLine(finding.Path, finding.Explanation.In(language)))];

    /// <summary>Never what stands in the cell: the workbook may hold what must not travel by mail.</summary>
    private static string Place(Workbooks.WorkbookProblem problem) => problem switch { { Sheet: null } => "", { Cell: null } => problem.Sheet, _ => $"{problem.Sheet}!{problem.Cell}" };
}
