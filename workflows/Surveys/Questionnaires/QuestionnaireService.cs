using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Surveys.Questionnaires;

/// <summary>The questionnaire with which new surveys are prepared. A prepared survey keeps the edition of that day.</summary>
public sealed class QuestionnaireService(ProgrammeTable table)
{
    internal const string Key = "questionnaire";

    /// <returns>The row is null until officers have edited what ships.</returns>
    public async Task<(Questionnaire Questionnaire, Row<Questionnaire>? Row)> ReadAsync(CancellationToken cancellation)
    {
        Row<Questionnaire>? row = await table.FindAsync<Questionnaire>(StreamId.Programme, Key, cancellation);
        return (row?.Value ?? Questionnaire.Shipped, row);
    }

    /// <summary>Its edition is counted here, whatever was sent.</summary>
    public Task<CommandResult> SaveAsync(Questionnaire questionnaire, PersonId by, AsRead asRead, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (questionnaire.Problem() is { } rule)
                {
                    return (null, new CommandResult.Refused(rule, $"The questionnaire cannot be used: {rule}."));
                }

                Row<Questionnaire>? row = await table.FindAsync<Questionnaire>(StreamId.Programme, Key, cancellation);
                if (!asRead.Fits(row is null ? null : AsRead.TagOf(row)))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                Questionnaire stands = row?.Value ?? Questionnaire.Shipped;
                if (ContentTag.Of(questionnaire with { Version = stands.Version }) == ContentTag.Of(stands))
                {
                    return (null, new CommandResult.Recorded(null)); // the same questions are no new edition
                }

                Questionnaire next = questionnaire with { Version = stands.Version + 1 };
                return (
                    new UnitOfWork(StreamId.Programme)
                        .Put(Key, row, next)
                        .Record(new AuditEntry(AuditKind.ProgrammeChanged, Key, by, $"edition {next.Version}")),
                    new CommandResult.Recorded(null)
                );
            },
            cancellation
        );
}
