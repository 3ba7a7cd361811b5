using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>A mission that an expert has, or had.</summary>
/// <param name="Useful">Mean mark from 1 to 5; null where nobody gave one.</param>
public sealed record PastMission(PersonId Expert, DateOnly Start, DateOnly End, decimal? Useful);

/// <summary>Ranks the experts in the pool for a request, each with the reasons. It is a proposal; an officer decides. Pure.</summary>
public static class ExpertMatching
{
    private const int PerFactor = 10,
        ForLanguage = 15;

    public static IReadOnlyList<Candidate> Of(ExpertRequest request, IEnumerable<Expert> pool, IReadOnlyList<PastMission> missions) =>
        [
            .. pool.Select(expert => Look(request, expert, [.. missions.Where(mission => mission.Expert == expert.Person)]))
                .OrderByDescending(candidate => candidate.Possible)
                .ThenByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Person.Value, StringComparer.Ordinal),
        ];

    private static Candidate Look(ExpertRequest request, Expert expert, PastMission[] missions)
    {
        var reasons = new List<Text>();
        int[] covered = [.. request.KeyFactors.Intersect(expert.KeyFactors).Order()];
        reasons.Add(
            covered.Length > 0
                ? Texts.MatchKeyFactors(
                    covered: covered.Length,
                    keyFactorsCount: request.KeyFactors.Count,
                    factors: TextArgument.List(covered.Select(factor => factor.ToString(CultureInfo.InvariantCulture)))
                )
                : Texts.MatchNoKeyFactor
        );
        bool speaks = expert.Languages.Contains(request.Language);
        reasons.Add(speaks ? Texts.MatchSpeaks : Texts.MatchNotTheLanguage);
        bool free = expert.Available.Any(one => one.From <= request.Start && one.Until >= request.End);
        reasons.Add(free ? Texts.MatchAvailable : Texts.MatchNotAvailable);
        bool busy = missions.Any(mission => mission.Start <= request.End && mission.End >= request.Start);
        if (busy)
        {
            reasons.Add(Texts.MatchBusy);
        }

        bool atHome = expert.Home == request.Administration;
        if (atHome)
        {
            reasons.Add(Texts.MatchAtHome);
        }

        decimal[] marks = [.. missions.Select(mission => mission.Useful).OfType<decimal>()];
        if (marks.Length > 0)
        {
            reasons.Add(Texts.MatchEarlierMarks(mean: Math.Round((decimal)marks.Average(), 1)));
        }

        int score = (covered.Length * PerFactor) + (speaks ? ForLanguage : 0) + (marks.Length > 0 ? (int)(marks.Average() * 2) : 0);
        return new Candidate(expert.Person, score, covered.Length > 0 && speaks && free && !busy && !atHome, reasons);
    }
}
