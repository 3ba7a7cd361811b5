using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.Api.Surveys;

/// <summary>A survey as the API answers it.</summary>
/// <param name="Heard">Answers so far; those on the web up to yesterday. Null once there are scores and a group is too small to be
/// told.</param>
/// <param name="Scores">Null where there are none yet, or where they are not for this reader.</param>
public sealed record SurveyAnswer(
    WaveId Id,
    AdministrationId Administration,
    string Label,
    WaveState State,
    DateOnly Opens,
    DateOnly Closes,
    long Invited,
    long? Heard,
    IReadOnlyList<ImportAnswer> Imports,
    PublishedTo? Published,
    WaveResults? Scores
)
{
    internal static SurveyAnswer Of(SurveyReadModel survey, Person person, DateOnly today) =>
        new(
            survey.Wave.Id,
            survey.Wave.Administration,
            survey.Wave.Label,
            survey.Wave.State,
            survey.Wave.Opens,
            survey.Wave.Closes,
            survey.Wave.Invited,
            survey.Heard,
            [.. survey.Imports.Select(one => ImportAnswer.Of(one, survey.RowsOf(one)))],
            survey.Wave.Published?.To,
            SurveyReadPolicy.Visible(person, survey, today)
        );
}

/// <param name="Rows">Answers that it brought; null with the survey's total.</param>
/// <param name="Converted">What was done to the file before it was read: utf-16, windows-1252, xlsx; null: nothing.</param>
/// <param name="NotTaken">Columns that no question has.</param>
/// <param name="Bad">The first lines that could not be taken.</param>
public sealed record ImportAnswer(
    string Sha256,
    DateOnly On,
    ImportState State,
    int Percent,
    long? Rows,
    long BadRows,
    string? Converted,
    string? Separator,
    IReadOnlyList<string> NotTaken,
    IReadOnlyList<BadLine> Bad,
    string? Problem
)
{
    internal static ImportAnswer Of(ImportProgress one, long? rows) =>
        new(
            one.Sha256,
            one.On,
            one.State,
            one.Percent,
            rows,
            one.BadRows,
            one.Converted,
            one.Layout?.Separator.ToString(),
            one.Layout?.NotTaken ?? [],
            one.Bad,
            one.Problem
        );
}
