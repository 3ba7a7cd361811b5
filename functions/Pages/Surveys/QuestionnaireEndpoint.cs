using System.Globalization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Surveys;

/// <summary>GET and POST /survey/{wave}: the questionnaire for people with a code. No sign-in, no cookie, nothing in the address that
/// identifies anybody; the code is sent in the body only.</summary>
/// <remarks>It needs no protection against forged forms, because nobody is signed in and nothing can be done without the code.</remarks>
public sealed class QuestionnaireEndpoint(WebResponses responses, ProgrammeDirectory directory, TimeProvider clock)
{
    private const string AnswerPrefix = "a-";

    [Function(nameof(QuestionnaireEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "survey/{wave}")] HttpRequest request,
        string wave,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        // a visitor is nobody, even where the browser is signed in
        var page = new PageContext(
            $"/survey/{(WaveId.Read(wave) is null ? "" : wave)}",
            "",
            PageLanguage.For(request, null),
            PageLanguage.Chosen(request) is not null,
            null,
            register.Fictional,
            clock.GetUtcNow()
        );
        if (await responses.FindAsync(wave, cancellation) is not { } survey)
        {
            return Show(page, null, null, QuestionnaireStep.Closed, StatusCodes.Status404NotFound);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(page, survey, null, QuestionnaireStep.Code, StatusCodes.Status200OK);
        }

        if (await ReadFormAsync(request, cancellation) is not { } form)
        {
            return Show(page, survey, null, QuestionnaireStep.Code, StatusCodes.Status400BadRequest);
        }

        string code = form["code"].ToString();
        if (await responses.OpenAsync(survey, code, cancellation) is not { } questions)
        {
            // one answer for a code that is none and one that was used: who guesses learns nothing
            return Show(page, survey, null, QuestionnaireStep.Refused, StatusCodes.Status422UnprocessableEntity);
        }

        if (form["act"] != "send")
        {
            return Show(
                page,
                survey,
                new QuestionnaireForm(code, questions, new Dictionary<string, int>(), ""),
                QuestionnaireStep.Questions,
                StatusCodes.Status200OK
            );
        }

        Dictionary<string, int> answers = AnswersOf(form, questions);
        return await responses.AnswerAsync(survey, code, answers, form["words"].ToString(), cancellation) switch
        {
            WebAnswer.Taken => Show(page, survey, null, QuestionnaireStep.Thanks, StatusCodes.Status200OK),
            WebAnswer.Empty => Show(
                page,
                survey,
                new QuestionnaireForm(code, questions, answers, form["words"].ToString()),
                QuestionnaireStep.Empty,
                StatusCodes.Status422UnprocessableEntity
            ),
            WebAnswer.Closed => Show(page, null, null, QuestionnaireStep.Closed, StatusCodes.Status410Gone),
            _ => Show(page, survey, null, QuestionnaireStep.Refused, StatusCodes.Status422UnprocessableEntity),
        };
    }

    /// <summary>What is no step of the scale is no answer.</summary>
    private static Dictionary<string, int> AnswersOf(IFormCollection form, IReadOnlyList<SurveyQuestion> questions) =>
        questions
            .Where(question =>
                int.TryParse(form[AnswerPrefix + question.Code], NumberStyles.None, CultureInfo.InvariantCulture, out int answer)
                && answer is >= 1 and <= Questionnaire.Points
            )
            .ToDictionary(
                question => question.Code,
                question => int.Parse(form[AnswerPrefix + question.Code].ToString(), CultureInfo.InvariantCulture)
            );

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellation) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    private static IResult Show(PageContext page, SurveyWaveRecord? survey, QuestionnaireForm? form, QuestionnaireStep step, int status) =>
        PageFrame.Show<QuestionnairePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(QuestionnairePage.Survey)] = survey,
                [nameof(QuestionnairePage.Form)] = form,
                [nameof(QuestionnairePage.Step)] = step,
            },
            status
        );
}

public enum QuestionnaireStep
{
    Code,
    Refused,
    Questions,
    Empty,
    Thanks,
    Closed,
}

/// <summary>What is asked, and what was typed so far.</summary>
public sealed record QuestionnaireForm(
    string Code,
    IReadOnlyList<SurveyQuestion> Questions,
    IReadOnlyDictionary<string, int> Answers,
    string Words
);
