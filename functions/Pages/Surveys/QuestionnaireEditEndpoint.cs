using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Surveys;

/// <summary>/questionnaire: officers edit the questionnaire of future surveys; prepared ones keep theirs.</summary>
public sealed class QuestionnaireEditEndpoint(PageFrame frame, QuestionnaireService questionnaires)
{
    [Function(nameof(QuestionnaireEditEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "questionnaire")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        (Questionnaire stands, Row<Questionnaire>? row) = await questionnaires.ReadAsync(cancellation);
        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(page, stands, TagOf(row), request.Query.ContainsKey("done"), null);
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || TypedText.Seen(form) is not { } asRead)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        Questionnaire typed = Read(form, stands);
        if (await questionnaires.SaveAsync(typed, page.Person!.Id, asRead, cancellation) is not CommandResult.Refused refused)
        {
            return new SeeOther(page.Link("/questionnaire?done=1"));
        }

        int status = TypedText.StatusOf(refused);
        bool stale = status == StatusCodes.Status412PreconditionFailed;
        if (stale)
        {
            (stands, row) = await questionnaires.ReadAsync(cancellation);
        }

        string? tag = IfMatch.Again(form, TagOf(row), stale);
        return Show(page, typed, tag, false, (RefusalRules.WordsOf(refused), status, stale ? stands : null));
    }

    private static Questionnaire Read(IFormCollection form, Questionnaire stands) =>
        stands with
        {
            Notice = TypedText.Read(form, "notice", stands.Notice),
            Groups =
            [
                .. from row in TypedText.Rows(form, "g")
                let code = form[$"{row}-code"].ToString().Trim()
                select new SurveyGroup(code, TypedText.Read(form, row, stands.Groups.FirstOrDefault(one => one.Code == code)?.Name)),
            ],
            Questions =
            [
                .. from row in TypedText.Rows(form, "q", "factor", "group", "reversed")
                let only = form[$"{row}-group"].ToString()
                let code = form[$"{row}-code"].ToString().Trim()
                select new SurveyQuestion(
                    code,
                    TypedText.Number(form, $"{row}-factor"),
                    only.Length == 0 ? null : only,
                    TypedText.Read(form, row, stands.Questions.FirstOrDefault(one => one.Code == code)?.Text),
                    form[$"{row}-reversed"] == "1"
                ),
            ],
        };

    private static string TagOf(Row<Questionnaire>? row) => row is null ? TypedText.NothingStands : AsRead.TagOf(row);

    private IResult Show(
        PageContext page,
        Questionnaire shown,
        string? tag,
        bool done,
        (Text Problem, int Status, Questionnaire? Theirs)? refused
    ) =>
        PageFrame.Show<QuestionnaireEditPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(QuestionnaireEditPage.Shown)] = shown,
                [nameof(QuestionnaireEditPage.Tag)] = tag,
                [nameof(QuestionnaireEditPage.Problem)] = refused?.Problem,
                [nameof(QuestionnaireEditPage.Theirs)] = refused?.Theirs,
                [nameof(QuestionnaireEditPage.Done)] = done,
                [nameof(QuestionnaireEditPage.Token)] = frame.TokenFor(page, page.Path),
            },
            refused?.Status ?? StatusCodes.Status200OK
        );
}
