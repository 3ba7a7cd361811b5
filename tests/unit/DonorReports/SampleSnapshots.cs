using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Invented administrations with a year behind them. The same arguments give the same snapshot, everywhere.</summary>
public static class SampleSnapshots
{
    private static readonly (string Code, string Name, string Region)[] Invented =
    [
        ("XA", "Customs of Arvania", "EUR"),
        ("XB", "Douanes du Bélisar", "WCA"),
        ("XC", "Aduanas de Corvenza", "AMS"),
        ("XD", "Customs of Dunmara", "ESA"),
        ("XE", "Douanes d'Elbara", "WCA"),
        ("XF", "Customs of Farland & Isles", "A/P"),
        ("XG", "Aduanas de Gualcora", "AMS"),
        ("XH", "Customs of Hestria", "ESA"),
    ];

    public static readonly DonorPeriod Year = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), "2025");

    public static DonorSnapshot Sample(DonorTemplate template, int administrations = 8, int indicators = 10, int periods = 4) =>
        new(Head(template, administrations, indicators), [.. Plans(administrations, indicators, periods)]);

    /// <summary>Plans one at a time, for what must not hold them all.</summary>
    public static IEnumerable<PlanExtract> Plans(int administrations, int indicators, int periods)
    {
        string[] codes = [.. Administrations(administrations).Select(one => one.Id.Value).Order(StringComparer.Ordinal)];
        foreach (string code in codes)
        {
            yield return SamplePlans.Of(code, indicators, periods);
        }
    }

    public static SnapshotHead Head(DonorTemplate template, int administrations, int indicators)
    {
        Administration[] funded = [.. Administrations(administrations)];
        LogicModel framework = SampleFramework.Of(indicators);
        var head = new SnapshotHead
        {
            Fictional = true,
            AsOf = new DateTimeOffset(2026, 2, 15, 12, 0, 0, TimeSpan.Zero),
            Agreement = new GrantAgreement(
                new AgreementId("sample-1"),
                "SAM-25/0001",
                new DonorId("sample-donor"),
                "Integrity in customs, together",
                new DateOnly(2024, 1, 1),
                new DateOnly(2027, 12, 31),
                [.. funded.Select(one => one.Id)],
                framework,
                new ReportSchedule(new DateOnly(2024, 1, 1), 12, 90, template, [Language.En, Language.Fr])
            ),
            Framework = new FrameworkEdition(3, new DateOnly(2025, 3, 1)),
            Donor = DonorOf(template),
            Publisher = new Publisher("XM-DAC-47139", "A-CIP Programme (sample)"),
            Period = Year,
            Administrations = funded,
            KeyFactors = [.. Enumerable.Range(1, 10).Select(number => new KeyFactor(number, $"kf-{number}", Named[number - 1]))],
            Earlier =
            [
                .. framework
                    .Indicators.Take(6)
                    .Select(
                        (indicator, place) =>
                            new EarlierFigure(
                                indicator.Code,
                                new DonorPeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), "2024"),
                                5 + place
                            )
                    ),
            ],
            Gaps = [new CoverageGap(funded[^1].Id, null, null, GapReason.NotSubmitted, "=HYPERLINK(\"http://x\",\"moved office\")")],
            Narratives = Told,
            Deviations = [new Deviation("1110.2", Language.En, "Training began a quarter late.", "Two sessions added in spring.")],
            Risks =
            [
                new Risk("R1", "Turnover of trained staff", 4, 3, "Train trainers", "Secretariat"),
                new Risk("R2", "Loss of political support", 2, 5, "Regular briefings", "Secretariat"),
            ],
            Deliveries = Held,
            Cips = Scores,
            Annexes = [new AnnexFile("financial-annex.pdf", "Financial annex 2025", "application/pdf", Hash("financial annex"))],
            AuditHeads =
            [
                new AuditHead("agreement:sample-1", 12, Hash("audit agreement")),
                .. funded.Take(3).Select(one => new AuditHead($"plan:{one.Id}", 80, Hash($"audit {one.Id}"))),
            ],
        };
        return SampleTemplates.By(head);
    }

    private static Donor DonorOf(DonorTemplate template) =>
        new(
            new DonorId("sample-donor"),
            template.Value switch
            {
                DonorTemplate.Norad => "Norad (sample)",
                DonorTemplate.GlobalAffairsCanada => "Global Affairs Canada (sample)",
                SampleTemplates.Aurora => "Aurora Fund (sample)",
                _ => "Sample Donor",
            },
            template.Value switch
            {
                DonorTemplate.Norad => "NO-BRC-971277882",
                DonorTemplate.GlobalAffairsCanada => "CA-3",
                _ => "XM-DAC-0",
            },
            Language.En
        );

    private static readonly Narrative[] Told =
    [
        new Narrative(
            NarrativePart.Summary,
            Language.En,
            "The year went <b>well</b> in most places; =1+1 is two.",
            new PersonId("p-1"),
            "a-1"
        ),
        new Narrative(NarrativePart.CollectiveAction, Language.En, "Round tables with traders met in six ports.", new PersonId("p-1")),
        new Narrative(NarrativePart.LessonsLearned, Language.En, "Short forms come back sooner than long ones.", new PersonId("p-1")),
    ];

    private static readonly DeliveredEvent[] Held =
    [
        new DeliveredEvent(
            DeliveryKind.Workshop,
            "Data against corruption",
            new DateOnly(2025, 5, 5),
            new DateOnly(2025, 5, 7),
            new AdministrationId("XA"),
            12,
            9
        ),
        new DeliveredEvent(
            DeliveryKind.Workshop,
            "Data against corruption",
            new DateOnly(2025, 5, 5),
            new DateOnly(2025, 5, 7),
            new AdministrationId("XB"),
            4,
            6,
            1
        ),
        new DeliveredEvent(
            DeliveryKind.ELearning,
            "Integrity basics",
            new DateOnly(2025, 1, 10),
            new DateOnly(2025, 12, 1),
            new AdministrationId("XD"),
            210,
            195
        ),
        new DeliveredEvent(
            DeliveryKind.InstrumentOrTool,
            "Guide to disclosure of assets",
            new DateOnly(2025, 9, 1),
            new DateOnly(2025, 9, 1),
            null,
            0,
            0
        ),
    ];

    private static readonly CipsScore[] Scores =
    [
        .. from wave in new[] { "2023", "2025" }
        from factor in Enumerable.Range(1, 10)
        from asked in new[] { "officials", "private-sector" }
        let mean = 2.5m + factor * 0.1m + (wave == "2025" ? (factor % 3 - 0.6m) * 0.3m : 0)
        select new CipsScore(
            wave,
            factor,
            asked,
            asked == "officials" ? 240
                : factor == 10 ? 7
                : 90,
            mean,
            mean - 0.12m,
            mean + 0.12m
        ),
    ];

    private static readonly Text[] Named =
    [
        Text.Of("Leadership and Commitment", "Leadership et engagement", "Liderazgo y compromiso"),
        Text.Of("Regulatory Framework", "Cadre réglementaire", "Marco normativo"),
        Text.Of("Transparency", "Transparence", "Transparencia"),
        Text.Of("Automation", "Automatisation", "Automatización"),
        Text.Of("Reform and Modernization", "Réforme et modernisation", "Reforma y modernización"),
        Text.Of("Audit and Investigation", "Audit et enquête", "Auditoría e investigación"),
        Text.Of("Code of Conduct", "Code de conduite", "Código de conducta"),
        Text.Of("Human Resource Management", "Gestion des ressources humaines", "Gestión de recursos humanos"),
        Text.Of("Morale and Organizational Culture", "Moral et culture d'organisation", "Moral y cultura organizacional"),
        Text.Of("Relationship with the Private Sector", "Relations avec le secteur privé", "Relación con el sector privado"),
    ];

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<Administration> Administrations(int count) =>
        Enumerable
            .Range(0, count)
            .Select(place =>
            {
                (string code, string name, string region) = Invented[place % Invented.Length];
                string turn = place < Invented.Length ? "" : (place / Invented.Length).ToString("000", CultureInfo.InvariantCulture);
                return new Administration(
                    new AdministrationId(code + turn),
                    name + (turn.Length > 0 ? " " + turn : ""),
                    region,
                    new DonorId("sample-donor"),
                    Language.En,
                    "Europe/Oslo",
                    [DayOfWeek.Saturday, DayOfWeek.Sunday],
                    "01-01"
                );
            });
}
