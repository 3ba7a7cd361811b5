using ACip.Functions.Pages.Frame;
using ACip.Workflows.Events;

namespace ACip.Functions.Pages.QuarterlyReports;

internal static class DeliveryWords
{
    public static string Of(DeliveryKind kind, PageContext page) =>
        kind switch
        {
            DeliveryKind.InstrumentOrTool => page.Say("instrument or tool", "instrument ou outil", "instrumento o herramienta"),
            DeliveryKind.Workshop => page.Say("workshop", "atelier", "taller"),
            DeliveryKind.ELearning => page.Say("e-learning", "apprentissage en ligne", "aprendizaje en línea"),
            DeliveryKind.CommunityOfPractice => page.Say("community of practice", "communauté de pratique", "comunidad de práctica"),
            DeliveryKind.ExpertMission => page.Say("expert mission", "mission d'experts", "misión de expertos"),
            _ => page.Say("coordinators' meeting", "réunion des coordinateurs", "reunión de coordinadores"),
        };
}
