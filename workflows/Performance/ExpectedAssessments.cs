using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Performance;

/// <summary>An assessment runs from when it is asked for until it is handed in or its time is over.</summary>
internal sealed class ExpectedAssessments(AssessmentService assessments, ProgrammeDirectory directory) : IExpectedWork
{
    public string Kind => "assessment";

    public async Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation)
    {
        if (!thorough)
        {
            return [];
        }

        var expected = new List<ExpectedWork>();
        foreach (AdministrationId administration in (await directory.ReadAsync(cancellation)).Administrations.Keys.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            expected.AddRange(
                from one in await assessments.ListAsync(administration, cancellation)
                where one.State == AssessmentState.Asked
                select new ExpectedWork(nameof(PmmAssessment), one.Ref, one.Ref.InstanceId, [one.Ref.Task.InstanceId]));
        }

        return expected;
    }
}
