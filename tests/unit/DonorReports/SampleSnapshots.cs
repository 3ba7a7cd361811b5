using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Surveys;
using ACip.Workflows.Time;
using NarrativeSection = ACip.Workflows.DonorReports.Snapshots.NarrativeSection;

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
            yield return Plan(code, indicators, periods);
        }
    }

    public static SnapshotHead Head(DonorTemplate template, int administrations, int indicators)
    {
        Administration[] funded = [.. Administrations(administrations)];
        FrameworkIndicator[] measured = [.. Enumerable.Range(0, indicators).Select(Framework)];
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
                new LogicModel(
                    [
                        new FrameworkResult("1000", ResultLevel.Ultimate, null, "Customs administrations that traders and citizens trust."),
                        new FrameworkResult(
                            "1100",
                            ResultLevel.Intermediate,
                            "1000",
                            "Administrations prevent and detect corruption <better> & sooner."
                        ),
                        new FrameworkResult("1110", ResultLevel.Immediate, "1100", "Staff know and use codes of conduct."),
                        new FrameworkResult("1111", ResultLevel.Output, "1110", "Training given to staff, women and men alike."),
                    ],
                    measured
                ),
                new ReportSchedule(new DateOnly(2024, 1, 1), 12, 90, template, [Language.En, Language.Fr])
            ),
            Framework = new FrameworkEdition(3, new DateOnly(2025, 3, 1)),
            Donor = new Donor(
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
            ),
            Publisher = new Publisher("XM-DAC-47139", "A-CIP Programme (sample)"),
            Period = Year,
            Administrations = funded,
            KeyFactors = [.. Enumerable.Range(1, 10).Select(number => new KeyFactor(number, $"kf-{number}", Named[number - 1]))],
            Earlier =
            [
                .. measured
                    .Take(6)
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
            Narratives =
            [
                new Narrative(
                    NarrativeSection.Summary,
                    Language.En,
                    "The year went <b>well</b> in most places; =1+1 is two.",
                    new PersonId("p-1"),
                    "a-1"
                ),
                new Narrative(
                    NarrativeSection.CollectiveAction,
                    Language.En,
                    "Round tables with traders met in six ports.",
                    new PersonId("p-1")
                ),
                new Narrative(
                    NarrativeSection.LessonsLearned,
                    Language.En,
                    "Short forms come back sooner than long ones.",
                    new PersonId("p-1")
                ),
            ],
            Deviations = [new Deviation("1110.2", Language.En, "Training began a quarter late.", "Two sessions added in spring.")],
            Risks =
            [
                new Risk("R1", "Turnover of trained staff", 4, 3, "Train trainers", "Secretariat"),
                new Risk("R2", "Loss of political support", 2, 5, "Regular briefings", "Secretariat"),
            ],
            Deliveries =
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
            ],
            Cips =
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
            ],
            Annexes = [new AnnexFile("financial-annex.pdf", "Financial annex 2025", "application/pdf", Hash("financial annex"))],
            AuditHeads =
            [
                new AuditHead("agreement:sample-1", 12, Hash("audit agreement")),
                .. funded.Take(3).Select(one => new AuditHead($"plan:{one.Id}", 80, Hash($"audit {one.Id}"))),
            ],
        };
        return SampleTemplates.By(head);
    }

    public static PlanExtract Plan(string administration, int indicators, int periods)
    {
        int seed = administration.Sum(letter => letter * 7) % 97;
        var plan = new PlanId($"{administration.ToLowerInvariant()}-1");
        PeriodExtract[] covered = [.. Enumerable.Range(0, periods).Select(quarter => Quarter(quarter, straddles: administration == "XD"))];
        Indicator[] linked = [.. Enumerable.Range(0, indicators).Select(Linked)];
        bool silent = administration == "XH";
        return new PlanExtract
        {
            Administration = new AdministrationId(administration),
            Plan = plan,
            Version = 2,
            Title = $"Integrity plan of {administration}",
            Results = [new PlanResult("R1", ResultLevel.Immediate, null, "Staff act with integrity.")],
            Indicators = linked,
            Benchmarks = [new Benchmark("M1", "R1", "A code of conduct is in force.", new DateOnly(2025, 6, 30), "Official gazette", [7])],
            Periods = covered,
            Observations = silent
                ? []
                :
                [
                    .. from indicator in linked.Select((it, place) => (it, place))
                    from quarter in Enumerable.Range(0, periods)
                    where (seed + indicator.place) % 9 != 0
                    let given = Given(plan, indicator.it, covered[quarter], indicator.place, seed + quarter * 2)
                    select administration == "XA" && indicator.place == 0 && quarter == 0 ? Restated(given).New : given,
                    new AcceptedObservation(
                        new Observation(
                            $"{plan}-M1",
                            plan,
                            2,
                            "M1",
                            covered[0].Key,
                            null,
                            seed % 2 == 0,
                            null,
                            null,
                            new Dictionary<string, decimal>(),
                            [Hash("code")],
                            new PersonId("p-2"),
                            At(3),
                            new EntrySource("mail:m1")
                        ),
                        new PersonId("p-9"),
                        At(4),
                        $"a-{plan}-M1"
                    ),
                ],
            Restatements = administration != "XA" ? [] : [Restated(Given(plan, linked[0], covered[0], 0, seed))],
            Narratives =
            [
                new Narrative(
                    NarrativeSection.LessonsLearned,
                    administration is "XB" or "XE" ? Language.Fr : Language.En,
                    administration is "XB" or "XE"
                        ? "Les formulaires courts reviennent plus vite."
                        : "+Peers help & learn <script>alert(1)</script>.",
                    new PersonId($"p-{administration}")
                ),
            ],
            Risks = [new Risk("R1", "@Staff move on before results show", 1 + seed % 5, 1 + seed % 4, "Hand-over notes", "Coordinator")],
        };
    }

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

    private static DateTimeOffset At(int month) => new(2025, month, 20, 9, 30, 0, TimeSpan.FromHours(3));

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

    private static FrameworkIndicator Framework(int place) =>
        (place % 6) switch
        {
            0 => new(
                $"1111.{place + 1}",
                "1111",
                $"Staff trained in integrity, group {place + 1}",
                Measure.Unit,
                "persons",
                true,
                Aggregation.Sum,
                0,
                2023,
                [new(new DateOnly(2025, 12, 31), 900), new(new DateOnly(2027, 12, 31), 2500)],
                "Training registers",
                "Quarterly",
                "Coordinators"
            ),
            1 => new(
                $"1110.{place + 1}",
                "1110",
                "Staff who have signed the code of conduct",
                Measure.Percentage,
                "%",
                true,
                Aggregation.Latest,
                20,
                2023,
                [new(new DateOnly(2025, 12, 31), 60)],
                "Personnel files",
                "Quarterly",
                "Human resources"
            ),
            2 => new(
                $"1110.{place + 1}",
                "1110",
                "Days to answer a complaint",
                Measure.Unit,
                "days",
                false,
                Aggregation.Mean,
                40,
                2023,
                [new(new DateOnly(2025, 12, 31), 20)],
                "Complaints register",
                "Quarterly",
                "Integrity unit",
                MinimumCell: 3
            ),
            3 => new(
                $"1100.{place + 1}",
                "1100",
                "Administrations with a risk map",
                Measure.Unit,
                "administrations",
                true,
                Aggregation.Latest,
                1,
                2023,
                [new(new DateOnly(2025, 12, 31), 6)],
                "Review by the Secretariat",
                "Yearly",
                "Secretariat",
                MinimumCell: 3
            ),
            4 => new(
                $"1100.{place + 1}",
                "1100",
                "Maturity of internal control",
                Measure.Ordinal,
                "level 1 to 5",
                true,
                Aggregation.Latest,
                2,
                2023,
                [],
                "Self-assessment",
                "Yearly",
                "Internal audit"
            ),
            _ => new(
                $"1000.{place + 1}",
                "1000",
                "How traders describe dealings at the border",
                Measure.Qualitative,
                "words",
                true,
                Aggregation.None,
                null,
                2023,
                [],
                "Interviews",
                "Yearly",
                "Secretariat"
            ),
        };

    private static Indicator Linked(int place)
    {
        FrameworkIndicator framework = Framework(place);
        return new Indicator(
            $"B{place + 1}",
            1,
            "R1",
            $"What the plan measures, {place + 1}",
            framework.Measure,
            framework.Unit,
            framework.Ascending,
            framework.Aggregation,
            "Registers",
            "Count",
            new Frequency("Quarterly"),
            "Coordinator",
            place % 6 == 0 ? [new Dimension("sex", ["women", "men"])] : [],
            [1 + place % 10, 1 + (place + 3) % 10],
            new Markers(
                [(Principle)(place % 3)],
                ["8"],
                place % 4 == 0 ? [Synergy.Tfa] : [],
                place % 5 == 0 ? [CrossCuttingTheme.GenderEquality] : []
            ),
            false,
            new Baseline(0, null, new DateOnly(2023, 12, 31), "Registers", null),
            [new Target(new DateOnly(2025, 12, 31), 10)],
            new DonorLink(new AgreementId("sample-1"), framework.Code)
        );
    }

    private static AcceptedObservation Given(PlanId plan, Indicator indicator, PeriodExtract period, int place, int seed)
    {
        bool missing = (seed + place) % 13 == 0;
        decimal? value =
            missing || indicator.Measure == Measure.Qualitative
                ? null
                : (place % 6) switch
                {
                    0 => 20 + seed % 30,
                    1 => 30 + seed % 50 + 0.5m,
                    2 => 15 + seed % 25,
                    3 => seed % 2,
                    _ => 1 + seed % 5,
                };
        Dictionary<string, decimal> groups = [];
        if (value is { } number && place % 6 == 0)
        {
            groups = new Dictionary<string, decimal>
            {
                ["sex:women"] = Math.Floor(number / 2),
                ["sex:men"] = number - Math.Floor(number / 2) - seed % 2,
            };
        }

        string id = $"{plan}-{indicator.Code}-{period.Key}";
        return new AcceptedObservation(
            new Observation(
                id,
                plan,
                2,
                indicator.Code,
                period.Key,
                value,
                null,
                indicator.Measure == Measure.Qualitative ? "Traders say that forms are plainer now." : null,
                missing ? "The register was being moved." : null,
                groups,
                seed % 3 == 0 ? [] : [Hash(id)],
                new PersonId("p-2"),
                At(4),
                new EntrySource($"mail:{Hash(id)[..12]}")
            ),
            new PersonId("p-9"),
            At(5),
            $"a-{id}"
        );
    }

    private static Restatement Restated(AcceptedObservation now)
    {
        Observation before = now.Observation with { Id = now.Observation.Id + "-first", Value = 21 };
        return new Restatement(
            now with
            {
                Observation = before,
                AuditEvent = "a-old",
            },
            now with
            {
                Observation = now.Observation with { Restates = before.Id },
            },
            "A session had been counted twice."
        );
    }

    private static PeriodExtract Quarter(int quarter, bool straddles)
    {
        var start = new DateOnly(2025, 1, 1);
        start = start.AddMonths(3 * quarter);
        DateOnly end = start.AddMonths(3).AddDays(-1);
        if (straddles)
        {
            (start, end) = (start.AddDays(-24), end.AddDays(-24));
        }

        return new PeriodExtract(
            new PeriodKey(string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd}-{end:yyyyMMdd}")),
            start,
            end,
            quarter == 3 ? ReportState.Accepted : ReportState.Locked
        );
    }
}
