using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Evidence;

namespace ACip.Tests.Unit.Messaging.Letters.Kinds;

/// <summary>Parts of a report that others answer.</summary>
internal static class SeveralHandsSamples
{
    public static IEnumerable<(string Name, MailContent Content)> Of(SampleWords say) =>
        [
            ("part-to-answer", new AskForPart(say.Report, "Amina Osei", say.Due, say.Form, SampleWords.Link)),
            ("part-asked", new PartAsked(say.Report, ["B3", "B4"], "Kofi Boateng", null, say.Due, SampleWords.Link)),
            ("part-asked-unknown", new PartAsked(say.Report, ["B3"], null, "kofi@customs.example", say.Due, SampleWords.Link)),
            ("part-taken-back", new PartTakenBack(say.Report, "Amina Osei", ["B3", "B4"])),
            ("part-handed-in", new PartOvertaken(say.Report, "Amina Osei", ["B3", "B4"], HandedIn: true)),
            ("part-answered", new PartOvertaken(say.Report, "Amina Osei", ["B3", "B4"], HandedIn: false)),
            ("part-came-in", new PartCameIn(say.Report, "Kofi Boateng", ["B3"], ["B4", "B5"], say.Late, SampleWords.Link)),
            ("parts-all-in", new PartCameIn(say.Report, "Kofi Boateng", ["B4", "B5"], [], null, SampleWords.Link)),
            (
                "part-acknowledged",
                new Acknowledgement(say.Report, say.Understood, say.Unclear, [], ["B5"], false, say.Closes, SampleWords.Link)
                {
                    HandedInBy = Text.Same("Amina Osei"),
                }
            ),
            ("contributor-to-register", new AskToRegister(say.Report, "Amina Osei", "kofi@customs.example", ["B3"], SampleWords.Link)),
            ("file-rejected", new FileRejected(say.Report, "survey.xlsm", SampleWords.Link)),
            ("contributor-refused", new ContributorRefused(say.Report, ["B3"], "Officer One", say.Late, SampleWords.Link)),
        ];
}
