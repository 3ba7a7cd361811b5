using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Multilateral.Experts;

/// <summary>A mission that an expert has, or had.</summary>
/// <param name="Useful">Mean mark from 1 to 5; null where nobody gave one.</param>
public sealed record PastMission(PersonId Expert, DateOnly Start, DateOnly End, decimal? Useful);

/// <summary>Who of the pool fits a request, the best first, each with the reasons: a proposal, which an officer decides upon. Pure.</summary>
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
        var reasons = new List<Text3>();
        int[] covered = [.. request.KeyFactors.Intersect(expert.KeyFactors).Order()];
        string factors = string.Join(", ", covered);
        reasons.Add(
            covered.Length > 0
                ? new(
                    $"knows {covered.Length} of {request.KeyFactors.Count} key factors asked for: {factors}",
                    $"connaît {covered.Length} des {request.KeyFactors.Count} facteurs clés demandés : {factors}",
                    $"conoce {covered.Length} de los {request.KeyFactors.Count} factores clave pedidos: {factors}"
                )
                : new(
                    "knows none of the key factors asked for",
                    "ne connaît aucun des facteurs clés demandés",
                    "no conoce ninguno de los factores clave pedidos"
                )
        );
        bool speaks = expert.Languages.Contains(request.Language);
        reasons.Add(
            speaks
                ? new("speaks the language", "parle la langue", "habla el idioma")
                : new("does not speak the language", "ne parle pas la langue", "no habla el idioma")
        );
        bool free = expert.Available.Any(one => one.From <= request.Start && one.Until >= request.End);
        reasons.Add(
            free
                ? new("is available on these days", "est disponible à ces dates", "está disponible en esas fechas")
                : new(
                    "is not available on all of these days",
                    "n'est pas disponible à toutes ces dates",
                    "no está disponible en todas esas fechas"
                )
        );
        bool busy = missions.Any(mission => mission.Start <= request.End && mission.End >= request.Start);
        if (busy)
        {
            reasons.Add(new("has another mission then", "a une autre mission à ce moment", "tiene otra misión entonces"));
        }

        bool atHome = expert.Home == request.Administration;
        if (atHome)
        {
            reasons.Add(new("comes from this administration", "vient de cette administration", "procede de esta administración"));
        }

        decimal[] marks = [.. missions.Select(mission => mission.Useful).OfType<decimal>()];
        if (marks.Length > 0)
        {
            string mean = marks.Average().ToString("0.0", CultureInfo.InvariantCulture);
            string comma = mean.Replace('.', ',');
            reasons.Add(
                new(
                    $"earlier missions were marked {mean} of 5",
                    $"missions précédentes notées {comma} sur 5",
                    $"misiones anteriores valoradas con {comma} de 5"
                )
            );
        }

        int score = (covered.Length * PerFactor) + (speaks ? ForLanguage : 0) + (marks.Length > 0 ? (int)(marks.Average() * 2) : 0);
        return new Candidate(expert.Person, score, covered.Length > 0 && speaks && free && !busy && !atHome, reasons);
    }
}
