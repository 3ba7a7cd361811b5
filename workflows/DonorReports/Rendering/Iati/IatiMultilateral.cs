using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Events;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>Of the multilateral component, what IATI has a place for: results of initiatives, uptake of instruments, events and who took
/// part; and which targets of SDG 16 the work served. Why they are results of the grant's activity, and what is left out, stands in
/// docs/decisions/iati-multilateral.md.</summary>
internal static class IatiMultilateral
{
    private const string Output = "1",
        Other = "9", // no level is registered for an initiative's results
        SdgTargets = "3"; // TagVocabulary

    /// <summary>Comes behind the sectors.</summary>
    public static void Tags(MarkupText xml, SnapshotHead head)
    {
        foreach (string target in head.Multilateral?.Sdg16 ?? [])
        {
            xml.Raw($"<tag vocabulary=\"{SdgTargets}\" code=\"").Text(target).Raw("\"/>");
        }
    }

    public static void Results(MarkupText xml, SnapshotHead head, Language language)
    {
        foreach (IGrouping<string, InitiativeExtract> initiative in (head.Multilateral?.Initiatives ?? []).GroupBy(one => one.Title))
        {
            Open(xml, Other, initiative.Key, null);
            foreach (InitiativeExtract result in initiative)
            {
                Initiative(xml, head, result, language);
            }

            xml.Raw("</result>");
        }

        Uptakes(xml, head, head.Multilateral?.Uptakes ?? [], language);
        Events(xml, head, language);
    }

    private static void Initiative(MarkupText xml, SnapshotHead head, InitiativeExtract result, Language language)
    {
        Indicator(xml, $"{result.Code} {result.Statement}", null, adds: false);
        // a baseline must have its year in IATI, and an initiative's has none
        string baseline = result.Baseline is { } from ? $"; {Texts.Baseline.In(language)}: {Writing.Number(from, language)}" : "";
        xml.Raw("<description>");
        IatiRendering.Narrative(xml, $"{Texts.Unit.In(language)}: {result.Unit}{baseline}", language);
        xml.Raw("</description>");
        Period(xml, head);
        if (result.Target is { } target)
        {
            xml.Raw($"<target value=\"{Writing.Plain(target)}\"/>");
        }

        if (result.Value is { } value)
        {
            xml.Raw($"<actual value=\"{Writing.Plain(value)}\">");
            if (result.On is { } on)
            {
                xml.Raw("<comment>");
                IatiRendering.Narrative(xml, Writing.Iso(on), null);
                xml.Raw("</comment>");
            }

            xml.Raw("</actual>");
        }

        xml.Raw("</period></indicator>");
    }

    private static void Uptakes(MarkupText xml, SnapshotHead head, IReadOnlyList<UptakeExtract> uptakes, Language language)
    {
        if (uptakes.Count == 0)
        {
            return;
        }

        Open(xml, Output, Texts.UptakeOfInstrumentsAndTools.In(language), language);
        foreach (UptakeExtract one in uptakes)
        {
            string which = $"{one.Title} {one.Version}";
            Counted(xml, head, $"{which}: {Texts.Administrations.In(language)}", one.Administrations, language);
            People(xml, head, $"{which}: {Texts.Participants.In(language)}", (one.Women, one.Men, one.NotStated), language);
        }

        xml.Raw("</result>");
    }

    /// <summary>How many there were of each kind, and who came, as far as that is known: those that were planned here, and those of
    /// registers and of reports.</summary>
    private static void Events(MarkupText xml, SnapshotHead head, Language language)
    {
        DeliveredEvent[] held = [.. head.Deliveries.Where(row => head.Period.Holds(row.End))];
        ILookup<DeliveryKind, (DeliveryKind, string, DateOnly, DateOnly)> events = held.Select(one =>
                (one.Kind, one.Title, one.Start, one.End)
            )
            .Union((head.Multilateral?.Events ?? []).Select(one => (one.Kind, one.Title, one.Start, one.End)))
            .ToLookup(one => one.Kind);
        if (events.Count == 0)
        {
            return;
        }

        Open(xml, Output, Texts.EventsOneByOne.In(language), language);
        foreach (IGrouping<DeliveryKind, (DeliveryKind, string, DateOnly, DateOnly)> kind in events.OrderBy(kind => kind.Key))
        {
            string name = Terms.Of(kind.Key).In(language);
            DeliveredEvent[] came = [.. held.Where(one => one.Kind == kind.Key)];
            Counted(xml, head, name, kind.Count(), language);
            People(
                xml,
                head,
                $"{name}: {Texts.Participants.In(language)}",
                (came.Sum(one => one.Women), came.Sum(one => one.Men), came.Sum(one => one.NotStated)),
                language
            );
        }

        xml.Raw("</result>");
    }

    private static void Counted(MarkupText xml, SnapshotHead head, string title, int count, Language language)
    {
        Indicator(xml, title, language, adds: true);
        Period(xml, head);
        xml.Raw($"<actual value=\"{Writing.Plain(count)}\"/></period></indicator>");
    }

    /// <summary>Left out where nobody was counted: that is no nought.</summary>
    private static void People(
        MarkupText xml,
        SnapshotHead head,
        string title,
        (int Women, int Men, int NotStated) people,
        Language language
    )
    {
        if (people.Women + people.Men + people.NotStated == 0)
        {
            return;
        }

        Indicator(xml, title, language, adds: true);
        Period(xml, head);
        xml.Raw($"<actual value=\"{Writing.Plain(people.Women + people.Men + people.NotStated)}\"/>");
        foreach ((string sex, int count) in new[] { ("women", people.Women), ("men", people.Men), ("not-stated", people.NotStated) })
        {
            xml.Raw($"<actual value=\"{Writing.Plain(count)}\"><dimension name=\"sex\" value=\"{sex}\"/></actual>");
        }

        xml.Raw("</period></indicator>");
    }

    private static void Open(MarkupText xml, string type, string title, Language? language)
    {
        xml.Raw($"\n<result type=\"{type}\"><title>");
        IatiRendering.Narrative(xml, title, language);
        xml.Raw("</title>");
    }

    private static void Indicator(MarkupText xml, string title, Language? language, bool adds)
    {
        xml.Raw($"\n<indicator measure=\"1\" ascending=\"1\" aggregation-status=\"{(adds ? "1" : "0")}\"><title>");
        IatiRendering.Narrative(xml, title, language);
        xml.Raw("</title>");
    }

    private static void Period(MarkupText xml, SnapshotHead head) =>
        xml.Raw(
            $"<period><period-start iso-date=\"{Writing.Iso(head.Period.Start)}\"/><period-end iso-date=\"{Writing.Iso(head.Period.End)}\"/>"
        );
}
