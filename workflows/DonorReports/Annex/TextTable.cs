using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>All that was written, whole: narratives, deviations, risks, sentences of ratings, and why values were restated.</summary>
internal static class TextTable
{
    public static AnnexTable Of(DonorSnapshot snapshot, FigureSet figures, Language language) =>
        new(
            Texts.TextsWord,
            [
                new("kind", Texts.Kind, 20),
                new("administration", Texts.Administration, 12),
                new("language", Texts.Language, 9),
                new("item", Texts.Indicator, 12),
                new("text", Texts.What, 80),
                new("translation", Texts.TranslationHeading, 60),
                new("response", Texts.Mitigation, 50),
                new("person", Texts.Person),
            ],
            Rows(snapshot, figures, language)
        );

    private static IEnumerable<AnnexValue[]> Rows(DonorSnapshot snapshot, FigureSet figures, Language language)
    {
        SnapshotHead head = snapshot.Head;
        HashSet<AdministrationId> funded = [.. head.Administrations.Select(one => one.Id)];
        HashSet<string> withheld = [.. figures.Indicators.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code)];
        Dictionary<string, string> translations = (head.Translations ?? [])
            .Where(one => one.Language == language)
            .DistinctBy(one => one.Of)
            .ToDictionary(one => one.Of, one => one.Text);
        AnnexValue Translated(string text) => translations.GetValueOrDefault(Translation.KeyOf(text));
        IEnumerable<AnnexValue[]> Of(
            AdministrationId? from,
            IEnumerable<Narrative> narratives,
            IEnumerable<Deviation> deviations,
            IEnumerable<ActionPlans.Risk> risks
        ) =>
            narratives
                .Select(text =>
                    new AnnexValue[]
                    {
                        Terms.Of(text.Section).In(language),
                        (text.Administration ?? from)?.Value,
                        text.Language.Name,
                        AnnexValue.Nothing,
                        text.Text,
                        Translated(text.Text),
                        AnnexValue.Nothing,
                        text.By?.Value,
                    }
                )
                .Concat(
                    deviations.Select(deviation =>
                        new AnnexValue[]
                        {
                            Texts.Deviation.In(language),
                            from?.Value,
                            deviation.Language.Name,
                            deviation.Item,
                            deviation.Text,
                            Translated(deviation.Text),
                            deviation.Response,
                            AnnexValue.Nothing,
                        }
                    )
                )
                .Concat(
                    risks.Select(risk =>
                        new AnnexValue[]
                        {
                            $"{Texts.Risk.In(language)} {risk.Likelihood} × {risk.Impact}",
                            from?.Value,
                            AnnexValue.Nothing,
                            risk.Code,
                            risk.Statement,
                            Translated(risk.Statement),
                            risk.Mitigation,
                            AnnexValue.Nothing,
                        }
                    )
                );

        AnnexValue[] Rating(ItemStatus status, AdministrationId? from, Language? written, string result, string sentence, PersonId? by) =>
            [
                status.Label().In(language),
                from?.Value,
                written?.Name,
                result,
                sentence,
                Translated(sentence),
                AnnexValue.Nothing,
                by?.Value,
            ];

        foreach (AnnexValue[] row in Of(null, head.Narratives, head.Deviations, head.Risks))
        {
            yield return row;
        }

        foreach (OutcomeRating rating in head.Outcomes ?? [])
        {
            yield return Rating(rating.Status, null, rating.Language, rating.Result, rating.Sentence, rating.By);
        }

        foreach (PlanExtract plan in snapshot.Plans.Where(plan => funded.Contains(plan.Administration)))
        {
            foreach (AnnexValue[] row in Of(plan.Administration, plan.Narratives, plan.Deviations, plan.Risks))
            {
                yield return row;
            }

            foreach ((string result, Observation said) in ResultVoicesCalculator.Told(plan, head))
            {
                Language? written = head.Administrations.FirstOrDefault(one => one.Id == plan.Administration)?.Language;
                yield return Rating(said.Status!.Value, plan.Administration, written, result, said.Narrative!, said.By);
            }

            Dictionary<string, PlanValue> linked = PlanCalculator
                .Of(plan, head)
                .ToDictionary(value => value.Indicator.Code, StringComparer.OrdinalIgnoreCase);
            foreach (Restatement restatement in plan.Restatements)
            {
                if (linked.TryGetValue(restatement.New.Observation.Item, out PlanValue? value))
                {
                    string values =
                        withheld.Contains(value.Framework.Code) || value.Indicator.Sensitive
                            ? ""
                            : $"{Said(restatement.Old)} → {Said(restatement.New)}";
                    yield return
                    [
                        Texts.Restatement.In(language),
                        plan.Administration.Value,
                        AnnexValue.Nothing,
                        value.Indicator.Code,
                        values,
                        AnnexValue.Nothing,
                        restatement.Reason,
                        restatement.New.Observation.By.Value,
                    ];
                }
            }
        }
    }

    private static string Said(AcceptedObservation accepted) =>
        accepted.Observation.Value is { } value
            ? Writing.Plain(value)
            : accepted.Observation.MissingReason ?? accepted.Observation.Narrative ?? "";
}
