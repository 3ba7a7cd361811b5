using ACip.Workflows.Storage;

namespace ACip.Workflows.Programme;

/// <summary>Who and what takes part, as the programme's stream says now. Read often and changed seldom, so it is kept for a
/// minute: what another worker writes is seen that much later.</summary>
public sealed class ProgrammeDirectory(ProgrammeTable table, TimeProvider clock) : IRemembers, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim reading = new(1, 1);
    private ProgrammeRegister? known;
    private long readAtTick;
    private DateTimeOffset readAt;

    public async Task<ProgrammeRegister> ReadAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            // by both clocks: the programme's may stand still while others write, or leap over all that they wrote
            DateTimeOffset now = clock.GetUtcNow();
            bool fresh =
                known is { IsEmpty: false }
                && TimeProvider.System.GetElapsedTime(readAtTick) < KeptFor
                && (now - readAt).Duration() < KeptFor;
            if (!fresh)
            {
                known = await ProgrammeRows.ReadAsync(table, cancellation);
                readAtTick = TimeProvider.System.GetTimestamp();
                readAt = now;
            }

            return known!;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>The next reading sees what was just written here.</summary>
    public void Forget() => known = null;

    public void Dispose() => reading.Dispose();
}
