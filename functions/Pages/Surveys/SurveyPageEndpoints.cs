using ACip.Functions.Api;
using ACip.Functions.Api.Surveys;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Surveys;

/// <summary>GET /surveys and /surveys/{wave}: surveys, their progress, and the scores for those who may see them. POST /surveys/{wave}:
/// uploads a file of answers, or closes the survey.</summary>
public sealed class SurveyPageEndpoints(PageFrame frame, WaveService waves, SurveyQuery query, ImportService imports)
{
    [Function(nameof(SurveysPageEndpoint))]
    public async Task<IResult> SurveysPageEndpoint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "surveys")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        WaveListing[] listed =
        [
            .. (await waves.ListAsync(null, cancellation)).Where(wave => PlanReadPolicy.MayRead(person, wave.Administration, today)),
        ];
        return PageFrame.Show<SurveysPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(SurveysPage.Waves)] = listed,
                [nameof(SurveysPage.MayEdit)] = PageFrame.May(Right.ManageProgramme, page),
            }
        );
    }

    [Function(nameof(SurveyPageEndpoint))]
    public async Task<IResult> SurveyPageEndpoint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "surveys/{wave}")] HttpRequest request,
        string wave,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is not { } person)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        DateOnly today = DateOnly.FromDateTime(page.Now.UtcDateTime);
        if (
            WaveId.Read(wave) is not { } id
            || await query.ReadAsync(id, cancellation) is not { } survey
            || !SurveyReadPolicy.MayRead(person, survey.Wave, today)
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (HttpMethods.IsPost(request.Method))
        {
            return await ActAsync(request, page, id, workflows, cancellation);
        }

        WaveResults? results = SurveyReadPolicy.Visible(person, survey, today);
        (SurveyWaveRecord, WaveResults)? before = results is null
            ? null
            : await query.BeforeAsync(survey.Wave, SurveyReadPolicy.ReaderOf(person, survey.Wave, today), cancellation);
        return PageFrame.Show<SurveyPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(SurveyPage.Survey)] = survey,
                [nameof(SurveyPage.Results)] = results,
                [nameof(SurveyPage.Before)] = before,
                [nameof(SurveyPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                [nameof(SurveyPage.Done)] = request.Query.ContainsKey("done"),
            }
        );
    }

    private async Task<IResult> ActAsync(
        HttpRequest request,
        PageContext page,
        WaveId id,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        CommandResult result;
        if (form.Files.GetFile("file") is { } file)
        {
            await using Stream content = file.OpenReadStream();
            result = await imports.ReceiveAsync(id, content, page.Person!.Id, cancellation);
        }
        else if (IfMatch.Of(form) is { } asRead && form["act"] == "close")
        {
            result = await waves.CloseAsync(id, page.Person!.Id, asRead, cancellation);
        }
        else
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        await workflows.WakeSurveyAsync(result, cancellation);
        return result is CommandResult.Refused refused
            ? PageFrame.Refuse(page with { Query = "" }, Api.DecisionAnswer.StatusOf(refused), page.Say(RefusalRules.WordsOf(refused)))
            : new SeeOther(page.Link($"{page.Path}?done=1"));
    }
}
