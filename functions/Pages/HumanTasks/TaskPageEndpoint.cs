using ACip.Functions.Authorization;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Waves;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>GET and POST /tasks/{token}: the page behind a task mail. A GET changes nothing, because mail scanners open links; a POST
/// acts.</summary>
public sealed class TaskPageEndpoint(
    TaskLinkQuery query,
    LinkAnswers answers,
    ReportLinkServices acts,
    PlanLinkAnswers plans,
    SurveyLinkAnswers surveys,
    AssessmentLinkAnswers assessments,
    ShortFormService shortForms,
    ProgrammeDirectory directory,
    CsrfToken csrf,
    TimeProvider clock
)
{
    [Function(nameof(TaskPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var read = Arrival.Now(clock);
        TaskLink link = await query.FindAsync(token, cancellation);
        LinkedTask? linked = link.Task;
        bool known = linked is not null && answers.Knows(linked.Person, request.Cookies[answers.CookieOf(linked.Person)]);
        var visit = LinkContext.Of(request, token, linked, known, csrf, (await directory.ReadAsync(cancellation)).Fictional);
        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(visit, link, request.Query["said"], cancellation);
        }

        if (
            await csrf.ReadFormAsync(
                request,
                TaskTokens.Hash(token),
                visit.Path,
                cancellation,
                link is ReportTaskLink or FormLink ? AnswerForm.Keeps : null
            )
                is not { } form
            || !TypedSince.IsMark(form[TypedSince.Field])
        )
        {
            return LinkResult.Show<NoticePage>(visit, StatusCodes.Status400BadRequest, (nameof(NoticePage.Notice), LinkNotice.FormTooOld));
        }

        return link switch
        {
            ReportTaskLink or FormLink when AnswerForm.IsTooMuch(form) => AnswerForm.RefuseTooMuch(request),
            ReportTaskLink figures => await new ReportLinkHandler(
                visit with
                {
                    Read = read,
                },
                figures,
                answers,
                acts,
                workflows,
                request
            ).ActAsync(form, cancellation),
            PlanTaskLink drafting => await new DraftingLinkHandler(visit, drafting, answers, plans, workflows, request).ActAsync(
                form,
                cancellation
            ),
            SurveyReviewLink review => await new FormLinkHandler(
                visit,
                review,
                answers,
                workflows,
                request,
                (
                    (fields, stop) => surveys.HandInAsync(review, fields, stop),
                    (fields, problem) => Form(visit, review, fields, problem, null)
                )
            ).ActAsync(form, cancellation),
            AssessmentLink assessment => await new FormLinkHandler(
                visit,
                assessment,
                answers,
                workflows,
                request,
                (
                    (fields, stop) => assessments.HandInAsync(assessment, fields, stop),
                    (fields, problem) => Form(visit, assessment, fields, problem, null)
                )
            ).ActAsync(form, cancellation),
            ShortFormLink questions => await new FormLinkHandler(
                visit,
                questions,
                answers,
                workflows,
                request,
                (
                    (fields, stop) => shortForms.HandInAsync(questions, fields, stop),
                    (fields, problem) => Form(visit, questions, fields, problem, null)
                )
            ).ActAsync(form, cancellation),
            _ => await ShowAsync(visit, link, null, cancellation),
        };
    }

    private static readonly Dictionary<string, string> NoFields = [];

    private static LinkResult Form(
        LinkContext visit,
        FormLink link,
        IReadOnlyDictionary<string, string>? fields,
        Text? problem,
        string? said
    )
    {
        (string, object?)[] shown =
        [
            (nameof(SurveyReviewPage.Link), link),
            (nameof(SurveyReviewPage.Fields), fields),
            (nameof(SurveyReviewPage.Problem), problem),
            (nameof(SurveyReviewPage.Said), said),
            (nameof(SurveyReviewPage.AsOf), TypedSince.Of(link.Parts(visit.Known), fields ?? NoFields).Fields[TypedSince.Field]),
        ];
        int status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return link switch
        {
            SurveyReviewLink => LinkResult.Show<SurveyReviewPage>(visit, status, shown),
            ShortFormLink => LinkResult.Show<ShortFormPage>(visit, status, shown),
            _ => LinkResult.Show<AssessmentPage>(visit, status, shown),
        };
    }

    /// <summary>With who or what closed a task that takes no answers any more.</summary>
    private async Task<IResult> ShowAsync(LinkContext visit, TaskLink link, string? said, CancellationToken cancellation)
    {
        if (
            link is not TaskLink.Closed { Linked: { Task: var task, TimeZone: var zone } } closed
            || link is ClosedReportLink
            || said == "submitted"
        )
        {
            return Show(visit, link, said);
        }

        IReadOnlyDictionary<PersonId, Person> people = (await directory.ReadAsync(cancellation)).People;
        return Notice(
            visit,
            StatusCodes.Status410Gone,
            LinkNotice.Of(closed.Why) with
            {
                Cause =
                    closed.Cause
                    ?? TaskClosureWords.Cause(task, by => people.GetValueOrDefault(by)?.Name ?? by.Value, zone, clock.GetUtcNow()),
            }
        );
    }

    private static IResult Show(LinkContext visit, TaskLink link, string? said) =>
        link switch
        {
            ReportTaskLink figures => ReportForm.Show(visit, figures, said),
            PlanTaskLink drafting => LinkResult.Show<DraftingPage>(
                visit,
                StatusCodes.Status200OK,
                (nameof(DraftingPage.Link), drafting),
                (nameof(DraftingPage.Said), said)
            ),
            FormLink form => Form(visit, form, null, null, said),
            TaskLink.Elsewhere elsewhere => Notice(visit, StatusCodes.Status200OK, LinkNotice.Elsewhere(elsewhere.Page)),
            TaskLink.Closed { Why: LinkClosed.HandedIn } when said == "submitted" => Notice(
                visit,
                StatusCodes.Status200OK,
                LinkNotice.PlanHandedIn
            ),
            TaskLink.ByReply => Notice(visit, StatusCodes.Status200OK, LinkNotice.ByReply),
            ClosedReportLink closed => LinkResult.Show<ClosedReportPage>(
                visit,
                closed.Why is LinkClosed.Accepted or LinkClosed.HandedIn ? StatusCodes.Status200OK : StatusCodes.Status410Gone,
                (nameof(ClosedReportPage.Notice), LinkNotice.Of(closed.Why)),
                (nameof(ClosedReportPage.Report), closed)
            ),
            TaskLink.Closed closed => Notice(visit, StatusCodes.Status410Gone, LinkNotice.Of(closed.Why)),
            _ => Notice(visit, StatusCodes.Status404NotFound, LinkNotice.Unknown),
        };

    private static LinkResult Notice(LinkContext visit, int status, LinkNotice notice) =>
        LinkResult.Show<NoticePage>(visit, status, (nameof(NoticePage.Notice), notice));
}
