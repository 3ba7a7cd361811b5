using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Onboarding.Erasure;

/// <summary>Once a month, erases people who have had no role for the configured number of years. An interrupted run is made up for by the
/// next.</summary>
public sealed partial class ErasureInTime(
    ProgrammeDirectory directory,
    ErasureService erasure,
    IOptions<ProgrammeOptions> options,
    TimeProvider clock,
    ILogger<ErasureInTime> logger
)
{
    [Function(nameof(ErasureInTime))]
    public async Task Run([TimerTrigger("0 0 2 1 * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        int years = options.Value.ErasedAfterYears;
        if (years == 0)
        {
            return;
        }

        DateOnly today = clock.UtcToday();
        foreach (PersonId person in ToGo((await directory.ReadAsync(cancellation)).People.Values, today, years))
        {
            if (await erasure.EraseAsync(person, [], null, null, cancellation) is ErasureResult.Erased erased)
            {
                LogErased(person.Value, erased.Rows, erased.Blobs, erased.Left.Count);
            }
        }
    }

    /// <summary>People whose last role ended long enough ago. Somebody who never had a role is still being entered. Pure.</summary>
    internal static IReadOnlyList<PersonId> ToGo(IEnumerable<Person> people, DateOnly today, int years) =>
        [
            .. people
                .Where(one =>
                    one.Roles.Count > 0
                    && one.Roles.All(held => held.Until is { } last && last.AddYears(years) < today)
                    && !ErasureRules.IsErased(one)
                )
                .Select(one => one.Id)
                .OrderBy(id => id.Value, StringComparer.Ordinal),
        ];

    [LoggerMessage(24, LogLevel.Information, "{Person} was erased: {Rows} rows, {Blobs} files; left for somebody to decide: {Left}")]
    private partial void LogErased(string person, int rows, int blobs, int left);
}
