using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Tasks;

/// <summary>What the Secretariat is asked about reports to donors: to sign one, to revise one, to answer a donor's question.</summary>
internal sealed class DonorReportTaskPlaces(ProgrammeDirectory directory) : ITaskPlaces
{
    public async Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation) =>
        [
            .. from agreement in (await directory.ReadAsync(cancellation)).Agreements.Values
            orderby agreement.Id.Value
            select new TaskPlace(StreamId.Of(agreement.Id), Text.Same(agreement.Title), $"/agreements/{agreement.Id}")
            {
                Kinds =
                [
                    DonorReportTaskKinds.SignDonorReport,
                    DonorReportTaskKinds.ReviseDonorReport,
                    DonorReportTaskKinds.AnswerDonorQuestion,
                ],
            },
        ];
}
