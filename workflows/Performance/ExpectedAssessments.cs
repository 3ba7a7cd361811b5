using ACip.Workflows.Orchestration;

namespace ACip.Workflows.Performance;

/// <summary>An assessment runs from when it is asked for until it is handed in or its time is over.</summary>
internal sealed class ExpectedAssessments(AssessmentService assessments) : IExpectedWork
{
    public string Kind => "assessment";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        if (!thorough)
        {
            return [];
        }

        return
        [
            .. from administration in await assessments.ListAllAsync(cancellation)
            from one in administration
            where one.State == AssessmentState.Asked
            select new ExpectedWork(nameof(PmmAssessment), one.Ref, one.Ref.InstanceId, [one.Ref.Task.InstanceId]),
        ];
    }
}
