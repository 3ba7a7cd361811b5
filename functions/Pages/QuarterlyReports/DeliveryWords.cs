using ACip.Functions.Pages.Frame;
using ACip.Workflows.Events;

namespace ACip.Functions.Pages.QuarterlyReports;

internal static class DeliveryWords
{
    public static string Of(DeliveryKind kind, PageContext page) =>
        kind switch
        {
            DeliveryKind.InstrumentOrTool => page.Say(Texts.InstrumentOrTool),
            DeliveryKind.Workshop => page.Say(Texts.Workshop),
            DeliveryKind.ELearning => page.Say(Texts.ELearning),
            DeliveryKind.CommunityOfPractice => page.Say(Texts.CommunityOfPractice),
            DeliveryKind.ExpertMission => page.Say(Texts.ExpertMission),
            _ => page.Say(Texts.CoordinatorsMeeting),
        };
}
