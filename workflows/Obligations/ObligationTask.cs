using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Obligations;

/// <summary>An officer records that an obligation was sent, and who received it.</summary>
internal sealed class ObligationTask(ShortFormService forms, ProgrammeTable table, ProgrammeDirectory directory)
    : ShortFormTask(forms, directory)
{
    public const string Sent = "O1",
        Receipt = "O2";

    public static TaskDefinition Kind { get; } = TaskDefinition.OfOfficer("MeetObligation");

    public override TaskDefinition Definition => Kind;

    public override Text Title { get; } = Texts.MeetAnObligation;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        Obligation owed = (await table.FindAsync<Obligation>(stream, Obligation.Row, cancellation))!.Value;
        string agreement = register.Agreements.GetValueOrDefault(owed.Agreement)?.OfficialNumber ?? owed.Agreement.Value;
        return Of(owed, agreement);
    }

    internal static ShortForm Of(Obligation owed, string agreement) =>
        new(
            new About.Matter(Text.Same(agreement), Text.Same(owed.Title)),
            Texts.DueAgreementTitle(agreement: agreement, title: owed.Title),
            [ShortFormItem.YesNo(Sent, Texts.WasItSent), ShortFormItem.Words(Receipt, Texts.WhoReceivedItAndWhen, required: true)]
        )
        {
            Says = dates =>
                [
                    Texts.TheAgreementWants(
                        what: ObligationWords.Of(owed.Kind),
                        title: owed.Title,
                        due: Text.For(language => dates(language).Day(owed.Due))
                    ),
                    Texts.TheFileGoesOnThePage,
                ],
        };

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    )
    {
        Row<Obligation>? row = await table.FindAsync<Obligation>(unit.Stream, Obligation.Row, cancellation);
        if (row is not { Value.Met: null } || answer.Yes(Sent) != true || answer.Words(Receipt) is not { } receipt)
        {
            return false;
        }

        ObligationService.Met(
            unit,
            row,
            new Fulfilment(DateOnly.FromDateTime(answer.At.UtcDateTime), answer.By, receipt, null, answer.By, answer.At)
        );
        return true;
    }
}
