using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Gathers the texts that the readable formats print: the programme's own first, then of each administration in turn, and no more
/// than fits.</summary>
internal sealed class TextAggregation
{
    /// <summary>A report of five to seven pages holds no more; the data annex has them all.</summary>
    public const int MostOfEach = 10;

    private readonly SortedDictionary<NarrativePart, List<Narrative>> narratives = [];
    private readonly Dictionary<NarrativePart, int> more = [];
    private readonly List<(AdministrationId?, Deviation)> deviations = [];
    private int moreDeviations;
    private readonly List<SharedRisk> risks = [];
    private int moreRisks;
    private readonly List<(AdministrationId, Restatement, string Indicator, bool Sensitive)> restatements = [];
    private int moreRestatements;
    private readonly SortedDictionary<Synergy, int> synergies = [];
    private readonly SortedDictionary<CrossCuttingTheme, int> themes = [];
    private readonly AgreementId agreement;
    private readonly HashSet<string> measured;
    private readonly Dictionary<string, int> preferred;
    private readonly Dictionary<NarrativePart, SortedSet<string>> moreFrom = [];
    private readonly SortedSet<string> moreDeviationsFrom = new(StringComparer.Ordinal);
    private readonly AdministrationRatingsCalculator voices;

    public TextAggregation(SnapshotHead head)
    {
        agreement = head.Agreement.Id;
        measured = [.. head.Agreement.Framework.Indicators.Select(one => one.Code)];
        preferred = (head.Preferred ?? []).Distinct().Select((key, place) => (key, place)).ToDictionary(one => one.key, one => one.place);
        voices = new AdministrationRatingsCalculator(head);
        Add(head.Narratives);
        Add(null, head.Deviations);
        Add(null, head.Risks);
    }

    public void Add(PlanExtract plan)
    {
        // one voice for each administration, its newest; what it said before is in the data annex
        foreach (IGrouping<NarrativePart, Narrative> section in plan.Narratives.GroupBy(narrative => narrative.Section))
        {
            Add([section.Last() with { Administration = plan.Administration }]);
            more[section.Key] = more.GetValueOrDefault(section.Key) + section.Count() - 1;
            if (section.Skip(1).Any())
            {
                Whose(moreFrom, section.Key, plan.Administration); // what it said in earlier periods
            }
        }

        voices.Add(plan);
        Add(plan.Administration, plan.Deviations);
        Add(plan.Administration, plan.Risks);
        foreach (Restatement restatement in plan.Restatements)
        {
            Indicator? indicator = plan.Indicators.FirstOrDefault(one => one.Code == restatement.New.Observation.Item);
            if (indicator?.DonorLink is not { } link || link.Agreement != agreement || !measured.Contains(link.Indicator))
            {
                continue;
            }

            if (restatements.Count < 4 * MostOfEach)
            {
                restatements.Add((plan.Administration, restatement, link.Indicator, indicator.Sensitive));
            }
            else
            {
                moreRestatements++;
            }
        }
    }

    public void Add(Markers markers)
    {
        foreach (Synergy synergy in markers.Synergies)
        {
            synergies[synergy] = synergies.GetValueOrDefault(synergy) + 1;
        }

        foreach (CrossCuttingTheme theme in markers.CrossCutting)
        {
            themes[theme] = themes.GetValueOrDefault(theme) + 1;
        }
    }

    /// <param name="withheld">Codes of the framework's indicators whose single values are not disclosed.</param>
    public ReportTexts Texts(IEnumerable<string> withheld)
    {
        HashSet<string> hidden = [.. withheld];
        return new ReportTexts(
            narratives.ToDictionary(
                pair => pair.Key,
                pair => new TextList<Narrative>(pair.Value, more.GetValueOrDefault(pair.Key))
                {
                    MoreFrom = Ids(moreFrom.GetValueOrDefault(pair.Key)),
                }
            ),
            new(deviations, moreDeviations) { MoreFrom = Ids(moreDeviationsFrom) },
            new(risks, moreRisks),
            new(
                [.. restatements.Select(one => (one.Item1, one.Item2, one.Indicator, one.Sensitive || hidden.Contains(one.Indicator)))],
                moreRestatements
            ),
            synergies,
            themes
        )
        {
            Voices = voices.Voices(),
        };
    }

    private static AdministrationId[] Ids(IEnumerable<string>? names) => [.. (names ?? []).Select(name => new AdministrationId(name))];

    private void Add(IEnumerable<Narrative> added)
    {
        foreach (Narrative narrative in added)
        {
            if (!narratives.TryGetValue(narrative.Section, out List<Narrative>? section))
            {
                narratives.Add(narrative.Section, section = []);
            }

            // the same words again, by whomever, say nothing new
            if (section.Any(told => told.Text == narrative.Text))
            {
                more[narrative.Section] = more.GetValueOrDefault(narrative.Section) + 1;
                continue;
            }

            if (Ranked(section, narrative, one => one.Text) is { } left)
            {
                more[narrative.Section] = more.GetValueOrDefault(narrative.Section) + 1;
                Whose(moreFrom, narrative.Section, left.Administration);
            }
        }
    }

    private void Add(AdministrationId? administration, IEnumerable<Deviation> added)
    {
        foreach (Deviation deviation in added)
        {
            if (Ranked(deviations, (administration, deviation), one => one.Item2.Text) is { Item2: not null } left)
            {
                moreDeviations++;
                _ = left.Item1 is { } from && moreDeviationsFrom.Add(from.Value);
            }
        }
    }

    /// <summary>Puts a text where an officer wants it, or behind those that came before.</summary>
    /// <returns>What no longer fits; default where all do.</returns>
    private T? Ranked<T>(List<T> kept, T added, Func<T, string> words)
    {
        int Rank(T one) => preferred.Count == 0 ? int.MaxValue : preferred.GetValueOrDefault(Translation.KeyOf(words(one)), int.MaxValue);
        int place = kept.FindIndex(one => Rank(one) > Rank(added));
        kept.Insert(place < 0 ? kept.Count : place, added);
        if (kept.Count <= MostOfEach)
        {
            return default;
        }

        T left = kept[^1];
        kept.RemoveAt(kept.Count - 1);
        return left;
    }

    private static void Whose(Dictionary<NarrativePart, SortedSet<string>> all, NarrativePart section, AdministrationId? from)
    {
        if (from is { } administration)
        {
            all.TryAdd(section, new SortedSet<string>(StringComparer.Ordinal));
            all[section].Add(administration.Value);
        }
    }

    /// <summary>Of risks the gravest are kept; one that several tell in the same words is one.</summary>
    private void Add(AdministrationId? administration, IEnumerable<Risk> added)
    {
        foreach (Risk risk in added)
        {
            int known = risks.FindIndex(kept => kept.Risk with { Code = risk.Code } == risk);
            if (known >= 0)
            {
                SharedRisk kept = risks[known];
                risks[known] = administration is { } another
                    ? kept with
                    {
                        Administrations = kept.Administrations.Contains(another)
                            ? kept.Administrations
                            : [.. kept.Administrations, another],
                    }
                    : kept with
                    {
                        OfProgramme = true,
                    };
                continue;
            }

            int place = risks.FindIndex(kept =>
                Rank(kept.Risk) > Rank(risk) || (Rank(kept.Risk) == Rank(risk) && Gravity(kept.Risk) < Gravity(risk))
            );
            risks.Insert(
                place < 0 ? risks.Count : place,
                new SharedRisk(risk, administration is null, administration is { } one ? [one] : [])
            );
            if (risks.Count > MostOfEach)
            {
                moreRisks += risks[MostOfEach].Administrations.Count + (risks[MostOfEach].OfProgramme ? 1 : 0);
                risks.RemoveAt(MostOfEach);
            }
        }
    }

    private int Rank(Risk risk) => preferred.GetValueOrDefault(Translation.KeyOf(risk.Statement), int.MaxValue);

    private static int Gravity(Risk risk) => risk.Likelihood * risk.Impact;
}
