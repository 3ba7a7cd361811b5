using System.Globalization;
using System.Text;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Surveys;

/// <summary>/api/surveys…: prepares a survey, reads it, closes it early, returns its codes.</summary>
public sealed class SurveyEndpoints(
    WaveService waves,
    QuestionnaireService questionnaires,
    SurveyQuery query,
    WebResponses responses,
    SignedInPerson signedIn,
    TimeProvider clock
)
{
    private DateOnly Today => clock.UtcToday();

    [Function(nameof(ApiSurveys))]
    public async Task<IResult> ApiSurveys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/surveys")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.WhoAsync(request, cancellation) is not { } person
            ? PlanReadAuthorization.SignInFirst
            : ListAnswer.Of(
                request,
                (await waves.ListAsync(null, cancellation)).Where(wave => PlanReadPolicy.MayRead(person, wave.Administration, Today)),
                wave => wave.Id.Value
            );

    [Function(nameof(ApiQuestionnaire))]
    public async Task<IResult> ApiQuestionnaire(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/questionnaire")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access)
        {
            return access.Refusal;
        }

        (Questionnaire questionnaire, Row<Questionnaire>? row) = await questionnaires.ReadAsync(cancellation);
        return row is null ? JsonAnswer.Read(request, questionnaire) : JsonAnswer.Read(request, questionnaire, row);
    }

    [Function(nameof(ApiSaveQuestionnaire))]
    public async Task<IResult> ApiSaveQuestionnaire(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/questionnaire")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request, needed: true, mayBeNew: true);
        return malformed is not null ? malformed
            : await JsonBody.ReadAsync<Questionnaire>(request, cancellation) is { } questionnaire
                ? DecisionAnswer.Of(
                    await questionnaires.SaveAsync(questionnaire, access.Person.Id, asRead, cancellation),
                    access.Person.Language
                )
            : JsonBody.Refusal("not-a-questionnaire", "Send JSON with notice, groups and questions, as GET answers it.");
    }

    [Function(nameof(ApiPrepareSurvey))]
    public async Task<IResult> ApiPrepareSurvey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/surveys")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<NewSurvey>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal(
                "not-a-survey",
                "Send JSON with administration, label, frame, opens and closes; a questionnaire where it is not to be the usual one."
            );
        }

        var wave = new NewWave(
            wanted.Administration,
            wanted.Label,
            wanted.Questionnaire ?? (await questionnaires.ReadAsync(cancellation)).Questionnaire,
            wanted.Frame,
            wanted.Opens,
            wanted.Closes
        );
        (CommandResult result, WaveId? begin) = await waves.PrepareAsync(wave, access.Person.Id, cancellation);
        if (begin is { } id)
        {
            await workflows.BeginAsync(id, cancellation);
        }

        return DecisionAnswer.Of(result, access.Person.Language);
    }

    [Function(nameof(ApiSurvey))]
    public async Task<IResult> ApiSurvey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/surveys/{wave}")] HttpRequest request,
        string wave,
        CancellationToken cancellation
    )
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanReadAuthorization.SignInFirst;
        }

        return await FindAsync(wave, person, cancellation) is { } survey
            ? JsonAnswer.Read(request, SurveyAnswer.Of(survey, person, Today), survey.Row)
            : JsonAnswer.NotFound("survey");
    }

    [Function(nameof(ApiSurveyScores))]
    public async Task<IResult> ApiSurveyScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/surveys/{wave}/scores")] HttpRequest request,
        string wave,
        CancellationToken cancellation
    )
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return PlanReadAuthorization.SignInFirst;
        }

        return await FindAsync(wave, person, cancellation) is { } survey && SurveyReadPolicy.Visible(person, survey, Today) is { } results
            ? Results.Bytes(
                Encoding.UTF8.GetBytes(ScoresCsv.Write(survey.Wave, results)),
                "text/csv; charset=utf-8",
                $"survey-{survey.Wave.Id}.csv"
            )
            : JsonAnswer.NotFound("score");
    }

    [Function(nameof(ApiCloseSurvey))]
    public async Task<IResult> ApiCloseSurvey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/surveys/{wave}/closing")] HttpRequest request,
        string wave,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        if (!access.Granted || malformed is not null)
        {
            return access.Refusal ?? malformed!;
        }

        CommandResult result = WaveId.Read(wave) is { } id
            ? await waves.CloseAsync(id, access.Person.Id, asRead, cancellation)
            : new CommandResult.Refused("no-such-survey", "There is no such survey.");
        await workflows.WakeSurveyAsync(result, cancellation);
        return DecisionAnswer.Of(result, access.Person.Language);
    }

    /// <summary>All codes, for distribution. The audit trail records that they were read.</summary>
    [Function(nameof(ApiSurveyCodes))]
    public async Task<IResult> ApiSurveyCodes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/surveys/{wave}/codes")] HttpRequest request,
        string wave,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (
            WaveId.Read(wave) is not { } id
            || await waves.FindAsync(id, cancellation) is not { Value: var file }
            || !await waves.RecordCodesAsync(id, access.Person.Id, cancellation)
        )
        {
            return JsonAnswer.NotFound("survey");
        }

        var csv = new StringBuilder("group,stratum,code\n");
        foreach ((FrameStratum stratum, string code) in responses.Codes(file))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{stratum.Group},{stratum.Code},{code}\n");
        }

        return Results.Bytes(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"codes-{id}.csv");
    }

    private async Task<SurveyReadModel?> FindAsync(string wave, Person person, CancellationToken cancellation) =>
        WaveId.Read(wave) is { } id
        && await query.ReadAsync(id, cancellation) is { } survey
        && SurveyReadPolicy.MayRead(person, survey.Wave, Today)
            ? survey
            : null;

    /// <param name="Questionnaire">Null: the one that officers keep.</param>
    public sealed record NewSurvey(
        string Administration,
        string Label,
        IReadOnlyList<FrameStratum> Frame,
        DateOnly Opens,
        DateOnly Closes,
        Questionnaire? Questionnaire = null
    );
}
