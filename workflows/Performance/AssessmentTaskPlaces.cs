using ACip.Workflows.HumanTasks;

namespace ACip.Workflows.Performance;

/// <summary>Self-assessments that were asked for and not given: those of all years stand in one stream.</summary>
internal sealed class AssessmentTaskPlaces(AssessmentService assessments) : ITaskPlaces
{
    public async Task<IReadOnlyList<TaskPlace>> FindAsync(CancellationToken cancellation) =>
        [
            .. from administration in await assessments.ListAllAsync(cancellation)
            from one in administration
            where one.State == AssessmentState.Asked
            select new TaskPlace(one.Ref.Stream, Texts.AssessmentMatter(refYear: one.Ref.Year), "/pmm") { Task = one.Ref.Task.Task },
        ];
}
