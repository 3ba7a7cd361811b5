using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>A donor's question is asked of officers until it is answered or given up.</summary>
internal sealed class ExpectedDonorAnswers(ProgrammeTable table, ProgrammeDirectory directory) : IExpectedWork
{
    public string Kind => "donor-question";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        var expected = new List<ExpectedWork>();
        if (!thorough)
        {
            return expected;
        }

        foreach (
            AgreementId agreement in (await directory.ReadAsync(cancellation)).Agreements.Keys.OrderBy(
                one => one.Value,
                StringComparer.Ordinal
            )
        )
        {
            StreamId stream = StreamId.Of(agreement);
            string questions = $"{TaskRows.Prefix}{agreement}-question-";
            expected.AddRange(
                from row in await table.ListAsync<HumanTaskRecord>(stream, questions, cancellation)
                where row.Value.State == TaskState.Open && row.Value.Kind == DonorReportTaskKinds.AnswerDonorQuestion
                let task = new TaskRef(stream, row.Value.Id)
                select new ExpectedWork(nameof(HumanTask), new TaskAsked(stream, row.Value.Id), task.InstanceId, [])
            );
        }

        return expected;
    }
}
