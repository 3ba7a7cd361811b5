using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>The report's form as this browser may see it: the draft, or the report's values, with the questions about them.</summary>
internal static class ReportForm
{
    public static IResult Show(LinkContext visit, ReportTaskLink link, string? said) =>
        Show(visit, link, Shown(visit, link), new Dictionary<string, Text>(), said, StatusCodes.Status200OK);

    /// <summary>A refused request: the current figures, with the reason beside the request.</summary>
    public static LinkResult Refuse(
        LinkContext visit,
        ReportTaskLink link,
        RefusedTime? time = null,
        RefusedPart? part = null,
        RefusedFile? file = null
    ) =>
        Show(
            visit,
            link,
            Shown(visit, link),
            new Dictionary<string, Text>(),
            null,
            StatusCodes.Status422UnprocessableEntity,
            time,
            part,
            file
        );

    /// <summary>Questions about the figures that the page had not shown when the button was pressed.</summary>
    public static List<ReportQuestion> Unseen(LinkContext visit, ReportTaskLink link, ParsedForm reading, string seen) =>
        [
            .. Questions(visit, link, reading)
                .Where(question => question.IsAboutFigure && !seen.Contains(ReportTaskPage.MarkOf(question), StringComparison.Ordinal)),
        ];

    /// <summary>The questions that the acknowledgement would ask. Confidential ones only in a browser known to be the person's.</summary>
    private static IReadOnlyList<ReportQuestion> Questions(LinkContext visit, ReportTaskLink link, ParsedForm reading) =>
        [
            .. ReportQuestions
                .AskBefore(link.Report, link.Plan, link.Accepted, reading.Figures, visit.Linked!.Person.Id, DateTimeOffset.UnixEpoch)
                .Where(question => link.Part is null || link.Part.Items.Contains(question.Item))
                .Where(question => visit.Known || !link.Items.Any(item => item.Sensitive && item.Code == question.Item)),
        ];

    public static LinkResult Show(
        LinkContext visit,
        ReportTaskLink link,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, Text> errors,
        string? said,
        int status,
        RefusedTime? time = null,
        RefusedPart? part = null,
        RefusedFile? file = null
    )
    {
        TypedSince since = Since(visit, link, fields, visit.Known);
        ParsedForm reading = ParsedForm.Of(link.Items, since.Fields, link.Report.Entries, visit.Linked!.Person.Language, link.Days);
        return LinkResult.Show<ReportTaskPage>(
            visit,
            status,
            (nameof(ReportTaskPage.Link), link),
            (nameof(ReportTaskPage.Fields), since.Fields),
            (nameof(ReportTaskPage.Meanwhile), since.Changed),
            (nameof(ReportTaskPage.Errors), errors),
            (nameof(ReportTaskPage.Said), said),
            (nameof(ReportTaskPage.TimeProblem), time),
            (nameof(ReportTaskPage.PartProblem), part),
            (nameof(ReportTaskPage.FileProblem), file),
            (nameof(ReportTaskPage.Questions), Questions(visit, link, reading))
        );
    }

    /// <summary>What was typed, held against what has been answered since.</summary>
    public static TypedSince Since(LinkContext visit, ReportTaskLink link, IReadOnlyDictionary<string, string> typed, bool known) =>
        TypedSince.Of(FormFields.Parts(link.Items, link.Report.Entries, visit.Linked!.Person.Language, known), typed);

    /// <summary>The draft if there is one, otherwise the report's values. Confidential ones only in a browser known to be the person's,
    /// because links get forwarded.</summary>
    private static Dictionary<string, string> Shown(LinkContext visit, ReportTaskLink link)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (FormItem item in link.Items.Where(item => visit.Known || !item.Sensitive))
        {
            foreach (
                (string name, string text) in FormFields.Of(
                    item,
                    link.Report.Entries.GetValueOrDefault(item.Code),
                    visit.Linked!.Person.Language
                )
            )
            {
                fields[name] = text;
            }

            if (link.Draft is { } draft && FormFields.Of(item).Any(draft.Fields.ContainsKey))
            {
                foreach (string name in FormFields.Of(item))
                {
                    fields.Remove(name);
                    if (draft.Fields.TryGetValue(name, out string? typed))
                    {
                        fields[name] = typed;
                    }
                }
            }
        }

        foreach (string name in new[] { FormFields.Nil, TypedSince.Field })
        {
            if (link.Draft?.Fields.GetValueOrDefault(name) is { } kept)
            {
                fields[name] = kept;
            }
        }

        return fields;
    }
}
