using ACip.Functions.Authorization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.Pages.Surveys;

/// <summary>The weakest key factors in an administration's latest survey, for people who draft its plan.</summary>
public sealed class WeakFactorsQuery(WaveService waves, SurveyQuery query)
{
    private const int Shown = 3;

    /// <returns>Null where there is no survey whose scores this person may see.</returns>
    public async Task<WeakFactors?> OfAsync(
        AdministrationId administration,
        Person reader,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (WaveListing listing in await waves.ListAsync(administration, cancellation))
        {
            if (
                await query.ReadAsync(listing.Id, cancellation) is { } survey
                && SurveyReadPolicy.Visible(reader, survey, today) is { } results
            )
            {
                return new WeakFactors(
                    listing.Label,
                    [
                        .. (
                            from one in results.Groups
                            from factor in one.Factors
                            where !factor.IsHidden
                            orderby factor.Score, factor.KeyFactor
                            select new WeakFactor(
                                factor,
                                one.Group,
                                survey.Wave.Questionnaire.Groups.First(asked => asked.Code == one.Group).Name
                            )
                        )
                            .DistinctBy(weak => weak.Score.KeyFactor)
                            .Take(Shown),
                    ]
                );
            }
        }

        return null;
    }
}

/// <param name="Factors">The lowest first.</param>
public sealed record WeakFactors(string Wave, IReadOnlyList<WeakFactor> Factors);

public sealed record WeakFactor(FactorScore Score, string GroupCode, Text Group);
