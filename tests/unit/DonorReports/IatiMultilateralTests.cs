using System.Xml.Linq;
using System.Xml.XPath;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What serves all administrations, where IATI has a place for it.</summary>
public sealed class IatiMultilateralTests
{
    private static readonly DateOnly Day = new(2025, 6, 3);

    private static readonly MultilateralExtract Extract = new(
        [
            new("Regional forum", InitiativeReach.Regional, "I1", "Joint code of conduct", "administrations", 0, 6, 4, Day),
            new("Regional forum", InitiativeReach.Regional, "I2", "Trainers & mentors", "people", null, 20, null, null),
        ],
        [new("Internal control curriculum", InstrumentKind.Curriculum, "2.0", 3, 12, 9, 1)],
        [
            new(DeliveryKind.Workshop, "Risk registers", Day, Day, 3, 2, 4.5m),
            new(DeliveryKind.Workshop, "Gifts", Day, Day, 1, 0, null),
            new(DeliveryKind.ExpertMission, "Review of internal audit", Day, Day, 1, 0, null),
        ],
        [],
        [],
        [],
        [],
        [8],
        ["16.5", "16.6"]
    );

    [Fact]
    public void Initiatives_uptake_and_events_are_results_of_the_grant_s_activity()
    {
        XDocument file = XDocument.Load(new MemoryStream(Render(Extract, Language.En)));

        Assert.Equal(["16.5", "16.6"], file.XPathSelectElements("//tag[@vocabulary='3']").Select(tag => tag.Attribute("code")!.Value));
        Assert.Equal(("6", "4"), (Value(file, "I1 Joint code of conduct", "target"), Value(file, "I1 Joint code of conduct", "actual")));
        Assert.Equal(("20", null), (Value(file, "I2 Trainers & mentors", "target"), Value(file, "I2 Trainers & mentors", "actual")));
        Assert.Equal("3", Value(file, "Internal control curriculum 2.0: Administrations", "actual"));
        Assert.Equal("22", Value(file, "Internal control curriculum 2.0: Participants", "actual"));
        Assert.Equal(["12", "9", "1"], BySex(file, "Internal control curriculum 2.0: Participants"));
        Assert.Equal("2", Value(file, "Workshops", "actual"));
        Assert.Equal(["5", "4", "0"], BySex(file, "Workshops: Participants"));
        Assert.Equal("1", Value(file, "Expert missions", "actual"));
        Assert.Null(Value(file, "Expert missions: Participants", "actual")); // nobody has said who came
    }

    [TheoryWithShared(IatiStandard.Location)]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void It_is_valid_against_the_schema_the_codelists_and_the_rules(string language) =>
        Assert.Empty(IatiStandard.Breaches(Render(Extract, (Language)language), new DateOnly(2026, 3, 1)));

    [Fact]
    public void Events_of_a_register_are_counted_with_those_that_were_planned_here_as_on_the_page()
    {
        DeliveredEvent[] held =
        [
            Held("Risk registers", new AdministrationId("XA"), 3, 2), // planned here; two administrations were there
            Held("Risk registers", new AdministrationId("XB"), 2, 2),
            Held("Ethics", null, 30, 10), // only in the register
            Held("Long ago", null, 1, 0) with
            {
                Start = new DateOnly(2020, 1, 1),
                End = new DateOnly(2020, 1, 1),
            },
        ];
        XDocument file = XDocument.Load(new MemoryStream(Render(Extract, Language.En, held)));
        Assert.Equal("3", Value(file, "Workshops", "actual")); // with the one of which nobody has said who came
        Assert.Equal(["35", "14", "0"], BySex(file, "Workshops: Participants"));

        file = XDocument.Load(new MemoryStream(Render(null, Language.En, held)));
        Assert.Equal("2", Value(file, "Workshops", "actual"));
        Assert.Equal(["35", "14", "0"], BySex(file, "Workshops: Participants"));

        static DeliveredEvent Held(string title, AdministrationId? home, int women, int men) =>
            new(DeliveryKind.Workshop, title, Day, Day, home, women, men);
    }

    private static string? Value(XDocument file, string title, string element) =>
        Indicator(file, title)
            ?.XPathSelectElements($"period/{element}")
            .FirstOrDefault(one => one.Element("dimension") is null)
            ?.Attribute("value")
            ?.Value;

    private static string[] BySex(XDocument file, string title) =>
        [
            .. Indicator(file, title)!
                .XPathSelectElements("period/actual[dimension/@name='sex']")
                .Select(one => one.Attribute("value")!.Value),
        ];

    private static XElement? Indicator(XDocument file, string title) =>
        file.XPathSelectElements("//indicator").FirstOrDefault(one => one.XPathSelectElement("title/narrative")!.Value == title);

    internal static DonorSnapshot WithMultilateral(DonorSnapshot sample) =>
        sample with
        {
            Head = sample.Head with { Multilateral = Extract },
        };

    private static byte[] Render(MultilateralExtract? extract, Language language, IReadOnlyList<DeliveredEvent>? deliveries = null)
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        DonorSnapshot with = sample with
        {
            Head = sample.Head with
            {
                Multilateral = extract,
                Deliveries = deliveries ?? [new DeliveredEvent(DeliveryKind.Workshop, "Risk registers", Day, Day, null, 5, 4, 0)],
            },
        };
        return DonorReport.Render(with, language)[ReportParts.Iati].Bytes;
    }
}
