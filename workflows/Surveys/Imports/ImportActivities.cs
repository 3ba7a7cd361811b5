using ACip.Workflows.Audit;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Waves;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>Input and output of an import. Its row records the progress, so that a repetition knows where to continue.</summary>
public sealed class ImportActivities(ProgrammeTable table, ResponseStore store)
{
    /// <summary>Enough to be fast, little enough to hold several at once.</summary>
    internal const int PartBytes = 4 << 20;

    private const int MostBadShown = 200;

    internal const string Plain = ".csv";

    /// <summary>Makes UTF-8 of the file where it is none, and reads its headings.</summary>
    [Function(nameof(BeginImport))]
    public async Task<ImportProgress> BeginImport([ActivityTrigger] ImportRef import, CancellationToken cancellation)
    {
        (SurveyWaveRecord wave, Row<ImportProgress> row) = await ReadAsync(import, cancellation);
        ImportProgress now = row.Value;
        if (now.State != ImportState.Waiting)
        {
            return await EndAsync(import, row, cancellation);
        }

        BlobClient blob = store.Blob(now.Blob!);
        byte[] head;
        await using (Stream file = await blob.OpenReadAsync(cancellationToken: cancellation))
        {
            head = await AnswerFile.HeadAsync(file, cancellation);
        }

        string? needs = AnswerFile.Needs(head);
        if (needs is not null)
        {
            BlobClient plain = store.Blob(now.Blob + Plain);
            try
            {
                await using Stream from = await blob.OpenReadAsync(cancellationToken: cancellation);
                await using Stream to = await plain.OpenWriteAsync(overwrite: true, cancellationToken: cancellation);
                await AnswerFile.ConvertAsync(needs, from, to, cancellation);
            }
            catch (Exception broken)
                when (needs == AnswerFile.Workbook
                    && broken is not (RequestFailedException or IOException or AggregateException or OperationCanceledException)
                )
            {
                // whatever the package throws about a damaged workbook: tried again it would be the same; storage that is away is another
                // matter
                return await PutAsync(import, row, Refused(now, "survey-file-damaged"), cancellation);
            }

            blob = plain;
            await using Stream converted = await blob.OpenReadAsync(cancellationToken: cancellation);
            head = await AnswerFile.HeadAsync(converted, cancellation);
        }

        LayoutRead read = AnswerLayout.Read(head, wave);
        ImportProgress next = read.Layout is not { } layout
            ? Refused(now, read.Problem!)
            : now with
            {
                Blob = blob.Name,
                Size = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength,
                At = layout.FirstByte,
                Line = 1 + head.AsSpan(0, layout.FirstByte).Count((byte)'\n'),
                Layout = layout,
                Converted = needs,
                State = ImportState.Running,
            };
        return await PutAsync(import, row, next, cancellation);
    }

    /// <summary>Takes the next part: answers into a batch in no order, what they come to beside it, lines that cannot be taken into the
    /// row.</summary>
    [Function(nameof(TakePart))]
    public async Task<ImportProgress> TakePart([ActivityTrigger] ImportRef import, CancellationToken cancellation)
    {
        (SurveyWaveRecord wave, Row<ImportProgress> row) = await ReadAsync(import, cancellation);
        ImportProgress now = row.Value;
        if (now.State != ImportState.Running)
        {
            return await EndAsync(import, row, cancellation);
        }

        // a short rest goes with the part before it: of few answers at a file's end it would be known when they were given
        long left = now.Size - now.At,
            length = left < 2L * PartBytes ? left : PartBytes;
        byte[] part = await ReadAsync(now.Blob!, now.At, length, cancellation);
        bool isLast = length == left;
        int whole = RecordBounds.Cut(part, (byte)now.Layout!.Separator, now.Layout.Columns.Count, isLast);
        if (whole == 0 && !isLast)
        {
            return await RefuseWholeAsync(import, row, cancellation); // no line ends in all of it
        }

        var reader = new AnswerReader(wave, now.Layout);
        int line = reader.Read(part.AsMemory(0, whole), now.Line);
        if (reader.Batch.Count > 0)
        {
            await store.PutBatchAsync(wave.Id, Batch(import, now.Parts), reader.Batch, reader.Texts, reader.Tally, cancellation);
        }

        ImportProgress next = now with
        {
            At = now.At + whole,
            Line = line,
            Parts = now.Parts + 1,
            Rows = now.Rows + reader.Batch.Count,
            BadRows = now.BadRows + reader.Bad.Count,
            Bad = [.. now.Bad, .. reader.Bad.Take(MostBadShown - now.Bad.Count)],
            State = isLast ? ImportState.Done : ImportState.Running,
        };
        return await PutAsync(
            import,
            row,
            isLast && next is { Rows: 0, BadRows: 0 } ? Refused(next, "survey-file-empty") : next,
            cancellation
        );
    }

    private static string Batch(ImportRef import, int part) => $"import-{import.Sha256[..16]}-{part:D5}";

    /// <summary>Refuses a file whose first parts were taken. They are taken out before, or their people would be counted twice once the
    /// file is put right and sent again.</summary>
    private async Task<ImportProgress> RefuseWholeAsync(ImportRef import, Row<ImportProgress> row, CancellationToken cancellation)
    {
        for (int part = 0; part < row.Value.Parts; part++)
        {
            await store.RemoveBatchAsync(import.Wave, Batch(import, part), cancellation);
        }

        return await PutAsync(import, row, Refused(row.Value, "survey-file-damaged") with { Rows = 0 }, cancellation);
    }

    private async Task<byte[]> ReadAsync(string blob, long at, long length, CancellationToken cancellation)
    {
        byte[] part = new byte[length];
        if (length > 0)
        {
            var range = new BlobDownloadOptions { Range = new HttpRange(at, length) };
            await using Stream stream = (await store.Blob(blob).DownloadStreamingAsync(range, cancellation)).Value.Content;
            await stream.ReadExactlyAsync(part, cancellation);
        }

        return part;
    }

    private async Task<ImportProgress> PutAsync(
        ImportRef import,
        Row<ImportProgress> row,
        ImportProgress next,
        CancellationToken cancellation
    )
    {
        var unit = new UnitOfWork(import.Wave.Stream);
        unit.Replace(row, next);
        if (HasEnded(next))
        {
            unit.Record(
                new AuditEntry(
                    AuditKind.SurveyImported,
                    import.Wave.Value,
                    next.By,
                    next.Problem ?? $"{next.Rows} answers, {next.BadRows} lines not taken",
                    import.Sha256
                )
            );
        }

        // where somebody wrote in between it was this very activity, repeated: the row then says how far it is
        await table.TryCommitAsync(unit, cancellation);
        return await EndAsync(import, (await ReadAsync(import, cancellation)).Row, cancellation);
    }

    /// <summary>Deletes the file of an import that has ended: it tells in which order the answers came. Only then, or a repetition would
    /// miss it; and until it is gone the row names it.</summary>
    private async Task<ImportProgress> EndAsync(ImportRef import, Row<ImportProgress> row, CancellationToken cancellation)
    {
        if (HasEnded(row.Value) && row.Value.Blob is { } blob)
        {
            string upload = blob.EndsWith(Plain, StringComparison.Ordinal) ? blob[..^Plain.Length] : blob;
            await store.DeleteAsync(upload, cancellation);
            await store.DeleteAsync(upload + Plain, cancellation);
            await table.TryCommitAsync(new UnitOfWork(import.Wave.Stream).Replace(row, row.Value with { Blob = null }), cancellation);
        }

        return Short(row.Value);
    }

    private static bool HasEnded(ImportProgress import) => import.State is ImportState.Done or ImportState.Refused;

    /// <summary>What the workflow needs of it.</summary>
    private static ImportProgress Short(ImportProgress progress) => progress with { Bad = [], Layout = null };

    private static ImportProgress Refused(ImportProgress now, string rule) => now with { State = ImportState.Refused, Problem = rule };

    private async Task<(SurveyWaveRecord Wave, Row<ImportProgress> Row)> ReadAsync(ImportRef import, CancellationToken cancellation) =>
        (
            (
                await WaveRows.FindAsync(table, import.Wave, cancellation)
                ?? throw new InvalidOperationException($"There is no survey {import.Wave}.")
            ).Value,
            await table.FindAsync<ImportProgress>(import.Wave.Stream, ImportProgress.Key(import.Sha256), cancellation)
                ?? throw new InvalidOperationException($"Survey {import.Wave} has no file {import.Sha256}.")
        );
}
