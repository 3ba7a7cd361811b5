using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>An officer answers what a reader of the donor asked about a report.</summary>
internal sealed class AnswerDonorQuestionTask(
    ShortFormService forms,
    ProgrammeTable table,
    ProgrammeDirectory directory,
    DonorRemarkService remarks
) : ShortFormTask(forms, directory)
{
    private const string Item = "A1";

    private readonly ProgrammeDirectory known = directory;

    public override TaskDefinition Definition => DonorReportTaskKinds.AnswerDonorQuestion;

    public override Text Title { get; } = Texts.AnswerTheDonor;

    protected override async Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = await DonorReportTasks.ReportAsync(table, stream, task, cancellation);
        GrantAgreement agreement = register.Agreements[report.Agreement];
        string donor = register.Donors[agreement.Donor].Name;
        DonorRemark? asked = report.Versions[task.Round - 1].Remarks?.FirstOrDefault(one => one.Question == task.Id);
        return new ShortForm(
            new About.Matter(Text.Same(donor), Text.Same($"{agreement.Title}, {report.Label}")),
            Texts.DonorAsksSubject(donor: donor),
            [ShortFormItem.Words(Item, Texts.YourAnswerToTheDonor, required: true)]
        )
        {
            Says = _ =>
                [
                    Texts.DonorAsks(
                        person: asked is not null && register.People.GetValueOrDefault(asked.By) is { } reader ? reader.Name : donor,
                        version: task.Round
                    ),
                    Text.Same(asked?.Text ?? ""),
                ],
        };
    }

    internal override async Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    ) =>
        await remarks.AnswerAsync(
            unit,
            task,
            new DonorAnswer(answer.By, answer.At, answer.Words(Item) ?? ""),
            await known.ReadAsync(cancellation),
            cancellation
        );
}
