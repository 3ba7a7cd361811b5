using ACip.Workflows.Programme;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.Authorization;

/// <summary>Who can see what of a survey: an administration all its scores, the Secretariat those that the administration has published to
/// it or more widely. Nobody sees individual answers.</summary>
internal static class SurveyReadPolicy
{
    public static bool MayRead(Person person, SurveyWaveRecord wave, DateOnly today) =>
        PlanReadPolicy.MayRead(person, wave.Administration, today);

    /// <summary>The kind of reader that the person is.</summary>
    public static PublishedTo ReaderOf(Person person, SurveyWaveRecord wave, DateOnly today) =>
        IsOwn(person, wave, today) ? PublishedTo.Nobody : PublishedTo.Programme;

    public static WaveResults? Visible(Person person, SurveyReadModel survey, DateOnly today) =>
        MayRead(person, survey.Wave, today) ? survey.Visible(ReaderOf(person, survey.Wave, today)) : null;

    private static bool IsOwn(Person person, SurveyWaveRecord wave, DateOnly today) =>
        person.Roles.Any(held =>
            (held.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms)
            && held.Administration == wave.Administration
            && held.IsValidOn(today)
        );
}
