using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys;

/// <summary>Scores of surveys, as far as their administrations have published them.</summary>
public sealed class PublishedScoresQuery(ProgrammeTable table, SurveyQuery query) : IMeasuredFigures
{
    /// <param name="reader">Scores that were published as far as this reader, or further.</param>
    public Task<IReadOnlyList<CipsScore>> ReadAsync(PublishedTo reader, CancellationToken cancellation) =>
        ReadAsync(_ => reader, cancellation);

    /// <param name="reader">As what its reader reads the scores of an administration.</param>
    public async Task<IReadOnlyList<CipsScore>> ReadAsync(Func<AdministrationId, PublishedTo> reader, CancellationToken cancellation)
    {
        var scores = new List<CipsScore>();
        foreach (WaveListing wave in await WaveRows.ListAsync(table, cancellation))
        {
            if (await query.ReadAsync(wave.Id, cancellation) is { } survey && survey.Visible(reader(wave.Administration)) is { } results)
            {
                scores.AddRange(from score in Of(survey.Wave, results) orderby score.Group, score.KeyFactor select score);
            }
        }

        return scores;
    }

    /// <summary>Scores for a report or a comparison; hidden ones are left out.</summary>
    public static IEnumerable<CipsScore> Of(SurveyWaveRecord wave, WaveResults results) =>
        from one in results.Groups
        from factor in one.Factors
        where !factor.IsHidden
        select new CipsScore(
            wave.Label,
            factor.KeyFactor,
            one.Group,
            (int)factor.N!.Value,
            Round(factor.Score),
            Round(factor.Low),
            Round(factor.High)
        )
        {
            Owner = wave.Administration.Value,
            Error = Math.Round((decimal)factor.Error!.Value, 6),
            Freedom = factor.Freedom is { } freedom ? Math.Round((decimal)Math.Min(freedom, 1e9), 3) : null,
        };

    public async Task<MeasuredFigure?> FindAsync(
        AdministrationId administration,
        FigureSource source,
        Disclosure needed,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellation
    )
    {
        if (source.Instrument != FigureSource.Survey)
        {
            return null;
        }

        PublishedTo reader = needed switch
        {
            Disclosure.Programme => PublishedTo.Programme,
            Disclosure.Donors => PublishedTo.Donors,
            _ => PublishedTo.Public,
        };
        int factor = int.Parse(source.Key, CultureInfo.InvariantCulture);
        foreach (
            WaveListing listing in (await WaveRows.ListAsync(table, cancellation))
                .Where(wave => wave.Administration == administration)
                .OrderByDescending(wave => wave.Label, StringComparer.Ordinal)
        )
        {
            if (
                await query.ReadAsync(listing.Id, cancellation) is { Wave: var wave } survey
                && wave.Closes >= from
                && wave.Closes <= until
                && survey.Visible(reader)?.Of(source.Group)?.Factors.FirstOrDefault(one => one.KeyFactor == factor)
                    is { IsHidden: false } score
            )
            {
                return new MeasuredFigure(
                    Round(score.Score),
                    null,
                    wave.Closes,
                    wave.Published!.By,
                    EntrySource.Measured($"survey:{wave.Id}")
                );
            }
        }

        return null;
    }

    private static decimal Round(double? value) => Math.Round((decimal)value!.Value, 1, MidpointRounding.AwayFromZero);
}
