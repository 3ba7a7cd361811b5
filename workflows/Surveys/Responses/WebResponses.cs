using System.Text;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;
using ACip.Workflows.Time;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>The questionnaire on the web: whoever has a code can answer once. Nothing is recorded about who asks, from where, or
/// when.</summary>
public sealed class WebResponses(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ResponseStore store,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    private byte[] Secret => Encoding.UTF8.GetBytes(options.Value.TokenSecret);

    /// <returns>Null where there is no such survey, or none that takes answers now.</returns>
    public async Task<SurveyWaveRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        if (
            WaveId.Read(id) is not { } wave
            || await WaveRows.FindAsync(table, wave, cancellation) is not { Value: var file }
            || !WaveRules.TakesAnswers(file)
        )
        {
            return null;
        }

        WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
            await directory.HomeAsync(file.Administration, cancellation)
        );
        return home.DayOf(clock.GetUtcNow()) <= file.Closes ? file : null;
    }

    /// <returns>What is asked of whoever holds the code; null where it cannot be used, whyever.</returns>
    public async Task<IReadOnlyList<SurveyQuestion>?> OpenAsync(SurveyWaveRecord wave, string code, CancellationToken cancellation) =>
        SurveyCodes.StratumOf(Secret, wave.Id, code) is { } stratum
        && stratum < wave.Frame.Count
        && !await IsUsedAsync(wave.Id, code, cancellation)
            ? wave.Questionnaire.For(wave.Frame[stratum].Group)
            : null;

    /// <param name="answers">By code of question: 1 to 5; what is left out has no answer.</param>
    public async Task<WebAnswer> AnswerAsync(
        SurveyWaveRecord wave,
        string code,
        IReadOnlyDictionary<string, int> answers,
        string text,
        CancellationToken cancellation
    )
    {
        if (SurveyCodes.StratumOf(Secret, wave.Id, code) is not { } stratum || stratum >= wave.Frame.Count)
        {
            return WebAnswer.NoSuchCode;
        }

        string group = wave.Frame[stratum].Group;
        string digits = string.Concat(
            wave.Questionnaire.Questions.Select(question =>
                (question.Group is null || question.Group == group)
                && answers.TryGetValue(question.Code, out int answer)
                && answer is >= 1 and <= Questionnaire.Points
                    ? (char)('0' + answer)
                    : '0'
            )
        );
        if (digits.All(digit => digit == '0'))
        {
            return WebAnswer.Empty;
        }

        string name = SurveyCodes.Hash(Secret, wave.Id, code);
        string words = text.Trim() is { Length: > Slip.LongestText } longer ? longer[..Slip.LongestText] : text.Trim();
        if (
            !await store.AddAsync(
                ResponseStore.SlipName(wave.Id, name),
                BinaryData.FromBytes(SealedSlip.Seal(Secret, wave.Id, new Slip(stratum, digits, words))),
                cancellation
            )
        )
        {
            return WebAnswer.UsedAlready;
        }

        // looked at afterwards: a slip goes only once its code is marked as used, and the survey closes before the last slips are taken
        bool used = await store.ExistsAsync(ResponseStore.UsedName(wave.Id, name), cancellation);
        if (used || await FindAsync(wave.Id.Value, cancellation) is null)
        {
            await store.DeleteAsync(ResponseStore.SlipName(wave.Id, name), cancellation);
            return used ? WebAnswer.UsedAlready : WebAnswer.Closed;
        }

        return WebAnswer.Taken;
    }

    /// <summary>All codes of a survey, for distribution: the stratum of each, in an order that reveals nothing.</summary>
    public IEnumerable<(FrameStratum Stratum, string Code)> Codes(SurveyWaveRecord wave)
    {
        for (int stratum = 0; stratum < wave.Frame.Count; stratum++)
        {
            foreach (
                string code in Enumerable
                    .Range(1, (int)Math.Min(wave.Frame[stratum].Invited, SurveyCodes.MostPerStratum))
                    .Select(number => SurveyCodes.Of(Secret, wave.Id, stratum, number))
                    .Order(StringComparer.Ordinal)
            )
            {
                yield return (wave.Frame[stratum], code);
            }
        }
    }

    private async Task<bool> IsUsedAsync(WaveId wave, string code, CancellationToken cancellation)
    {
        string name = SurveyCodes.Hash(Secret, wave, code);
        return await store.ExistsAsync(ResponseStore.SlipName(wave, name), cancellation)
            || await store.ExistsAsync(ResponseStore.UsedName(wave, name), cancellation);
    }
}

public enum WebAnswer
{
    Taken,
    NoSuchCode,
    UsedAlready,
    Empty,
    Closed,
}
