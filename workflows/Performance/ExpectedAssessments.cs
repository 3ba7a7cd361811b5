using ACip.Workflows.Orchestration;

namespace ACip.Workflows.Performance;

/// <summary>An assessment's workflow runs from the request until it is submitted or expires.</summary>
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
