using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Words of what the multilateral component has on record.</summary>
internal static class MultilateralWords
{
    public static Text Of(InitiativeReach reach) => reach == InitiativeReach.Regional ? Texts.Regional : Texts.International;

    public static Text Of(InstrumentKind kind) =>
        kind switch
        {
            InstrumentKind.Guide => Texts.Guide,
            InstrumentKind.Curriculum => Texts.TrainingCurriculum,
            InstrumentKind.ELearningModule => Texts.ELearningModule,
            _ => Texts.Instrument,
        };

    public static Text Of(LifeEvent what) =>
        what switch
        {
            LifeEvent.MemberJoined => Texts.AMemberJoined,
            LifeEvent.MemberLeft => Texts.AMemberLeft,
            LifeEvent.DonorJoined => Texts.ADonorJoined,
            _ => Texts.ADonorLeft,
        };
}
