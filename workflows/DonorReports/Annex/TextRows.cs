using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>One row for each thing that was written.</summary>
/// <param name="translations">By the key of what they translate.</param>
/// <param name="withheld">Indicators of the framework whose values are not shown.</param>
internal sealed class TextRows(Language language, IReadOnlyDictionary<string, string> translations, IReadOnlySet<string> withheld)
{
    public IEnumerable<AnnexValue[]> Of(PlanExtract plan, SnapshotHead head)
    {
        Language? written = head.Administrations.FirstOrDefault(one => one.Id == plan.Administration)?.Language;
        return
        [
            .. Of(plan.Administration, plan.Narratives, plan.Deviations, plan.Risks),
            .. AdministrationRatingsCalculator
                .Told(plan, head)
                .Select(one =>
                    Rating(one.Said.Status!.Value, plan.Administration, written, (one.Result, one.Said.Narrative!), one.Said.By)
                ),
            .. Restatements(plan, head),
        ];
    }

    public IEnumerable<AnnexValue[]> Of(
        AdministrationId? from,
        IEnumerable<Narrative> narratives,
        IEnumerable<Deviation> deviations,
        IEnumerable<ActionPlans.Risk> risks
    ) => [.. narratives.Select(text => Of(from, text)), .. deviations.Select(one => Of(from, one)), .. risks.Select(one => Of(from, one))];

    public AnnexValue[] Rating(
        ItemStatus status,
        AdministrationId? from,
        Language? written,
        (string Result, string Sentence) said,
        PersonId? by
    ) =>
        [
            status.Label().In(language),
            from?.Value,
            written?.Name,
            said.Result,
            said.Sentence,
            Translated(said.Sentence),
            AnnexValue.Nothing,
            by?.Value,
        ];

    private AnnexValue[] Of(AdministrationId? from, Narrative text) =>
        [
            Terms.Of(text.Section).In(language),
            (text.Administration ?? from)?.Value,
            text.Language.Name,
            AnnexValue.Nothing,
            text.Text,
            Translated(text.Text),
            AnnexValue.Nothing,
            text.By?.Value,
        ];

    private AnnexValue[] Of(AdministrationId? from, Deviation deviation) =>
        [
            Texts.Deviation.In(language),
            from?.Value,
            deviation.Language.Name,
            deviation.Item,
            deviation.Text,
            Translated(deviation.Text),
            deviation.Response,
            AnnexValue.Nothing,
        ];

    private AnnexValue[] Of(AdministrationId? from, ActionPlans.Risk risk) =>
        [
            $"{Texts.Risk.In(language)} {risk.Likelihood} × {risk.Impact}",
            from?.Value,
            AnnexValue.Nothing,
            risk.Code,
            risk.Statement,
            Translated(risk.Statement),
            risk.Mitigation,
            AnnexValue.Nothing,
        ];

    private IEnumerable<AnnexValue[]> Restatements(PlanExtract plan, SnapshotHead head)
    {
        Dictionary<string, PlanValue> linked = PlanCalculator
            .Of(plan, head)
            .ToDictionary(value => value.Indicator.Code, StringComparer.OrdinalIgnoreCase);
        foreach (Restatement restatement in plan.Restatements)
        {
            if (linked.TryGetValue(restatement.New.Observation.Item, out PlanValue? value))
            {
                bool isShown = !withheld.Contains(value.Framework.Code) && !value.Indicator.Sensitive;
                yield return
                [
                    Texts.Restatement.In(language),
                    plan.Administration.Value,
                    AnnexValue.Nothing,
                    value.Indicator.Code,
                    isShown ? $"{Said(restatement.Old)} → {Said(restatement.New)}" : "",
                    AnnexValue.Nothing,
                    restatement.Reason,
                    restatement.New.Observation.By.Value,
                ];
            }
        }
    }

    private AnnexValue Translated(string text) => translations.GetValueOrDefault(Translation.KeyOf(text));

    private static string Said(AcceptedObservation accepted) =>
        accepted.Observation.Value is { } value
            ? Writing.Plain(value)
            : accepted.Observation.MissingReason ?? accepted.Observation.Narrative ?? "";
}
