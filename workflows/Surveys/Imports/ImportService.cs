using System.Security.Cryptography;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Receives files of answers, as large as they may be: they go through memory in pieces, and lie in a blob until the workflow has taken them.</summary>
public sealed class ImportService(ProgrammeTable table, ResponseStore store, TimeProvider clock)
{
    public async Task<CommandResult> ReceiveAsync(WaveId wave, Stream file, PersonId by, CancellationToken cancellation)
    {
        if (await WaveRows.FindAsync(table, wave, cancellation) is not { Value: { State: WaveState.Collecting, CloseAsked: false } })
        {
            return new CommandResult.Refused("survey-not-collecting", "Only while a survey collects answers can a file of them be taken.");
        }

        string waiting = $"uploads/{wave}/receiving-{Guid.NewGuid():N}";
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (Stream to = await store.Blob(waiting).OpenWriteAsync(overwrite: true, cancellationToken: cancellation))
        {
            byte[] buffer = new byte[1 << 20];
            int read;
            while ((read = await file.ReadAsync(buffer, cancellation)) > 0)
            {
                sha256.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        string hash = Convert.ToHexStringLower(sha256.GetHashAndReset());
        try
        {
            return await TakeAsync(wave, waiting, hash, by, cancellation);
        }
        finally
        {
            await store.DeleteAsync(waiting, CancellationToken.None);
        }
    }

    public async Task<IReadOnlyList<ImportProgress>> ListAsync(WaveId wave, CancellationToken cancellation) =>
        [.. (await table.ListAsync<ImportProgress>(wave.Stream, ImportProgress.Prefix, cancellation)).Select(row => row.Value)];

    private async Task<CommandResult> TakeAsync(WaveId wave, string waiting, string hash, PersonId by, CancellationToken cancellation)
    {
        if (await table.FindAsync<ImportProgress>(wave.Stream, ImportProgress.Key(hash), cancellation) is not null)
        {
            return new CommandResult.Refused("survey-file-twice", "This very file was taken already.");
        }

        string name = $"uploads/{wave}/{hash}";
        await using (Stream from = await store.Blob(waiting).OpenReadAsync(cancellationToken: cancellation))
        await using (Stream to = await store.Blob(name).OpenWriteAsync(overwrite: true, cancellationToken: cancellation))
        {
            await from.CopyToAsync(to, cancellation);
        }

        long size = (await store.Blob(name).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
        return await table.DecideAsync<CommandResult>(async () =>
        {
            if (await WaveRows.FindAsync(table, wave, cancellation) is not { Value: { State: WaveState.Collecting, CloseAsked: false } file } row)
            {
                return (null, new CommandResult.Refused("survey-not-collecting", "It was closed meanwhile."));
            }

            if (await table.FindAsync<ImportProgress>(wave.Stream, ImportProgress.Key(hash), cancellation) is not null)
            {
                return (null, new CommandResult.Refused("survey-file-twice", "This very file was taken already."));
            }

            // the survey's own row is written too, so that it cannot close in between
            var unit = new UnitOfWork(wave.Stream);
            unit.Replace(row, file).Add(ImportProgress.Key(hash), new ImportProgress(hash, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), by, name, size, 0, 0, 0, ImportState.Waiting));
            return (unit, new CommandResult.Recorded(wave.InstanceId));
        }, cancellation);
    }
}
