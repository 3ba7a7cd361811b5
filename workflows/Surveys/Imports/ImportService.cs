using System.Security.Cryptography;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;
using Azure.Storage.Blobs.Specialized;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Receives files of answers of any size: they pass through memory in pieces and stay in a blob until the workflow has imported
/// them.</summary>
public sealed class ImportService(ProgrammeTable table, ResponseStore store, TimeProvider clock)
{
    private const int MostParts = 50_000;

    /// <summary>Takes a whole file.</summary>
    public async Task<CommandResult> ReceiveAsync(WaveId wave, Stream file, PersonId by, CancellationToken cancellation)
    {
        if (!await CollectsAsync(wave, cancellation))
        {
            return NotCollecting;
        }

        string name = $"uploads/{wave}/{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        await using (Stream to = await store.Blob(name).OpenWriteAsync(overwrite: true, cancellationToken: cancellation))
        {
            await file.CopyToAsync(to, 1 << 20, cancellation);
        }

        return await TakeAsync(wave, name, by, cancellation);
    }

    /// <summary>Takes a part of a file that is larger than a request may be; the last one begins the import.</summary>
    /// <param name="upload">A name that whoever sends it chose, the same for all parts.</param>
    /// <param name="part">From 1, in order; one that is sent again replaces itself.</param>
    public async Task<CommandResult> ReceivePartAsync(
        WaveId wave,
        string upload,
        int part,
        bool isLast,
        Stream content,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (!SurveyCode.IsSound(upload) || part is < 1 or > MostParts)
        {
            return new CommandResult.Refused(
                "survey-file-part",
                "An upload has a name of lower-case letters and digits, and parts are counted from 1."
            );
        }

        if (!await CollectsAsync(wave, cancellation))
        {
            return NotCollecting;
        }

        string name = $"uploads/{wave}/{upload}";
        BlockBlobClient blob = store.Blocks(name);
        using var buffered = new MemoryStream();
        await content.CopyToAsync(buffered, cancellation);
        if (buffered.Length > 0)
        {
            buffered.Position = 0;
            await blob.StageBlockAsync(Block(part), buffered, cancellationToken: cancellation);
        }

        if (!isLast)
        {
            return new CommandResult.Recorded(null);
        }

        await blob.CommitBlockListAsync(
            [.. Enumerable.Range(1, buffered.Length > 0 ? part : part - 1).Select(Block)],
            cancellationToken: cancellation
        );
        return await TakeAsync(wave, name, by, cancellation);
    }

    public async Task<IReadOnlyList<ImportProgress>> ListAsync(WaveId wave, CancellationToken cancellation) =>
        [.. (await table.ListAsync<ImportProgress>(wave.Stream, ImportProgress.Prefix, cancellation)).Select(row => row.Value)];

    private static CommandResult.Refused NotCollecting { get; } =
        new("survey-not-collecting", "Only while a survey collects answers can a file of them be taken.");

    private static string Block(int part) => Convert.ToBase64String(BitConverter.GetBytes(part));

    private async Task<bool> CollectsAsync(WaveId wave, CancellationToken cancellation) =>
        await WaveRows.FindAsync(table, wave, cancellation) is { } row && WaveRules.TakesAnswers(row.Value);

    private async Task<CommandResult> TakeAsync(WaveId wave, string name, PersonId by, CancellationToken cancellation)
    {
        string hash;
        await using (Stream from = await store.Blob(name).OpenReadAsync(cancellationToken: cancellation))
        {
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(from, cancellation));
        }

        long size = (await store.Blob(name).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
        CommandResult result = await table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await WaveRows.FindAsync(table, wave, cancellation) is not { } row || !WaveRules.TakesAnswers(row.Value))
                {
                    return (null, NotCollecting);
                }

                if (await table.FindAsync<ImportProgress>(wave.Stream, ImportProgress.Key(hash), cancellation) is not null)
                {
                    return (null, new CommandResult.Refused("survey-file-twice", "This very file was taken already."));
                }

                // the survey's own row is written too, so that it cannot close in between
                var unit = new UnitOfWork(wave.Stream);
                unit.Replace(row, row.Value)
                    .Add(
                        ImportProgress.Key(hash),
                        new ImportProgress(hash, clock.UtcToday(), by, name, size, 0, 0, 0, ImportState.Waiting)
                    );
                return (unit, new CommandResult.Recorded(wave.InstanceId));
            },
            cancellation
        );
        // whoever heard no answer sends the last part of an upload again: the file is then being taken in
        if (
            result is not CommandResult.Recorded
            && (await ListAsync(wave, cancellation)).All(one => one.Blob != name && one.Blob != name + ImportActivities.Plain)
        )
        {
            await store.DeleteAsync(name, CancellationToken.None);
        }

        return result;
    }
}
