using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Settings;

/// <summary>Which features of the platform this programme uses. Officers change it; a change takes effect at once but does not undo what
/// has begun.</summary>
/// <param name="OpenPublication">Donor reports may be open to everybody, at a public address.</param>
/// <param name="WeeklyOverviews">Mondays the Secretariat is told what waits for whom, and who has handed in.</param>
/// <param name="MonthlyStatus">Once a month coordinators are told how their own plan stands.</param>
/// <param name="AssessmentRounds">Self-assessments begin by themselves when they are due again.</param>
public sealed record ProgrammeFeatures(bool OpenPublication, bool WeeklyOverviews, bool MonthlyStatus, bool AssessmentRounds)
{
    public static ProgrammeFeatures Standard { get; } = new(true, true, true, true);
}

public sealed class ProgrammeFeaturesService(ProgrammeTable table)
{
    /// <summary>The refusal for a feature that is switched off.</summary>
    public const string Off = "feature-off";

    internal const string Key = "programme-features";

    public async Task<ProgrammeFeatures> ReadAsync(CancellationToken cancellation) =>
        (await table.FindAsync<ProgrammeFeatures>(StreamId.Programme, Key, cancellation))?.Value ?? ProgrammeFeatures.Standard;

    /// <param name="asRead">What the officer has read, by its <see cref="ContentTag"/>.</param>
    public Task<CommandResult> SaveAsync(
        ProgrammeFeatures features,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                Row<ProgrammeFeatures>? row = await table.FindAsync<ProgrammeFeatures>(StreamId.Programme, Key, cancellation);
                return !asRead.Fits(ContentTag.Of(row?.Value ?? ProgrammeFeatures.Standard))
                    ? (null, CommandResult.Refused.ChangedMeanwhile)
                    : (
                        new UnitOfWork(StreamId.Programme)
                            .Put(Key, row, features)
                            .Record(new AuditEntry(AuditKind.ProgrammeChanged, Key, by, Words(features))),
                        new CommandResult.Recorded(null)
                    );
            },
            cancellation
        );

    /// <summary>Names what is switched off, for the audit trail.</summary>
    private static string? Words(ProgrammeFeatures features)
    {
        string[] off =
        [
            .. new[]
            {
                (nameof(features.OpenPublication), features.OpenPublication),
                (nameof(features.WeeklyOverviews), features.WeeklyOverviews),
                (nameof(features.MonthlyStatus), features.MonthlyStatus),
                (nameof(features.AssessmentRounds), features.AssessmentRounds),
            }
                .Where(one => !one.Item2)
                .Select(one => one.Item1),
        ];
        return off.Length == 0 ? null : $"off: {string.Join(", ", off)}";
    }
}
