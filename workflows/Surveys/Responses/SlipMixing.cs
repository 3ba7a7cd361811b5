using System.Text.Json.Serialization;
using ACip.Workflows.Messaging;
using ACip.Workflows.Serialization;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Statistics;
using ACip.Workflows.Surveys.Waves;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Once a day, shuffles the waiting slips into a batch and deletes them. Fewer than ten wait for the next day. At the end all
/// days become one batch, and the codes are forgotten.</summary>
/// <remarks>After a crash it continues: a note of the slips in progress exists until they are deleted, and contains no answers. A code
/// counts as used before its slip is deleted, so it can never be used again.</remarks>
public sealed class SlipMixing(ResponseStore store, IOptions<MailOptions> options)
{
    private const string Final = "web";

    private byte[] Secret => System.Text.Encoding.UTF8.GetBytes(options.Value.TokenSecret);

    /// <returns>How many have been put away so far, by stratum.</returns>
    internal async Task<IReadOnlyDictionary<string, long>> MixAsync(
        SurveyWaveRecord wave,
        DateOnly day,
        bool final,
        CancellationToken cancellation
    )
    {
        bool ended = false;
        while (!ended && await WorkAsync(wave.Id, day, final, cancellation) is { } work)
        {
            if (!await IsWrittenAsync(wave.Id, work.Batch, cancellation))
            {
                await WriteAsync(wave, work, cancellation);
            }

            await ClearAsync(wave.Id, work, cancellation);
            await store.DeleteAsync(NoteOf(wave.Id), cancellation);
            ended = !final || work.IsFinal; // a day that was left unfinished is finished first
        }

        WaveTally tally = await WebTallyAsync(wave, cancellation);
        return wave
            .Frame.Zip(tally.Strata)
            .Where(pair => pair.Second.Responses > 0)
            .ToDictionary(pair => pair.First.Key, pair => pair.Second.Responses);
    }

    /// <returns>What an earlier run has begun, or what there is to do; null for nothing.</returns>
    private async Task<MixingNote?> WorkAsync(WaveId wave, DateOnly day, bool final, CancellationToken cancellation)
    {
        if (await store.ReadAsync(NoteOf(wave), cancellation) is { } begun)
        {
            return Json.Read<MixingNote>(begun.ToString());
        }

        IReadOnlyList<string> slips = [.. (await store.ListAsync($"slips/{wave}/", cancellation)).Order(StringComparer.Ordinal)];
        string[] written = [.. (await store.ListAsync($"answers/{wave}/{Final}", cancellation)).Select(Batch)];
        if (final ? slips.Count + written.Count(MixingNote.IsDay) == 0 : slips.Count < CellSuppression.FewestRespondents)
        {
            return null;
        }

        var work = new MixingNote(Unused(final ? Final : $"{Final}-{day:yyyy-MM-dd}", written), slips, final ? written : []);
        await store.PutAsync(NoteOf(wave), BinaryData.FromString(Json.Write(work)), cancellation);
        return work;
    }

    /// <summary>A batch that stands under a note's name was written by that very note: so no new note has the name of an earlier
    /// batch.</summary>
    private static string Unused(string name, string[] written) =>
        written.Contains(name) ? Enumerable.Range(2, written.Length).Select(number => $"{name}.{number}").Except(written).First() : name;

    private Task<bool> IsWrittenAsync(WaveId wave, string batch, CancellationToken cancellation) =>
        store.ExistsAsync($"answers/{wave}/{batch}.txt", cancellation);

    private static string NoteOf(WaveId wave) => $"mixing/{wave}.json";

    /// <summary>Once the wave is closed no code can be used, and it need not be known any more which were.</summary>
    internal async Task ForgetCodesAsync(WaveId wave, CancellationToken cancellation)
    {
        foreach (string name in await store.ListAsync($"used/{wave}/", cancellation))
        {
            await store.DeleteAsync(name, cancellation);
        }
    }

    private async Task WriteAsync(SurveyWaveRecord wave, MixingNote work, CancellationToken cancellation)
    {
        var answers = new AnswerBatch(wave.Questionnaire.Questions.Count);
        var texts = new List<BatchText>();
        var tally = new WaveTally(wave);
        foreach (string name in work.Slips)
        {
            if (
                await store.ReadAsync(name, cancellation) is { } whole
                && SealedSlip.Open(Secret, wave.Id, whole.ToMemory().Span) is { } slip
            )
            {
                byte[] digits = [.. slip.Answers.Select(digit => (byte)(digit - '0'))];
                answers.Add(slip.Stratum, digits);
                tally.Add(slip.Stratum, digits);
                if (slip.Text.Length > 0 && TextScreen.Screen(slip.Text) is { Length: > 0 } screened)
                {
                    texts.Add(new BatchText(wave.Frame[slip.Stratum].Group, screened));
                }
            }
        }

        foreach (string day in work.Days)
        {
            answers.Add((await store.ReadAsync($"answers/{wave.Id}/{day}.txt", cancellation))!.ToMemory().Span);
            texts.AddRange(
                Json.Read<IReadOnlyList<BatchText>>((await store.ReadAsync($"texts/{wave.Id}/{day}.json", cancellation))!.ToString())
            );
            tally.Add(
                Json.Read<IReadOnlyList<StratumTally>>((await store.ReadAsync($"tallies/{wave.Id}/{day}.json", cancellation))!.ToString())
            );
        }

        // another run of the same note may have written it meanwhile, and taken away slips before they were read here
        if (!await IsWrittenAsync(wave.Id, work.Batch, cancellation))
        {
            await store.PutBatchAsync(wave.Id, work.Batch, answers, texts, tally, cancellation);
        }
    }

    private async Task ClearAsync(WaveId wave, MixingNote work, CancellationToken cancellation)
    {
        foreach (string slip in work.Slips)
        {
            await store.AddAsync(ResponseStore.UsedName(wave, slip[(slip.LastIndexOf('/') + 1)..]), BinaryData.Empty, cancellation);
            await store.DeleteAsync(slip, cancellation);
        }

        // what they come to goes first: a day that is counted twice would be worse than one that is written twice
        foreach (
            string name in work.Days.SelectMany(day =>
                (string[])[$"tallies/{wave}/{day}.json", $"texts/{wave}/{day}.json", $"answers/{wave}/{day}.txt"]
            )
        )
        {
            await store.DeleteAsync(name, cancellation);
        }
    }

    private async Task<WaveTally> WebTallyAsync(SurveyWaveRecord wave, CancellationToken cancellation)
    {
        var all = new WaveTally(wave);
        foreach (string name in await store.ListAsync($"tallies/{wave.Id}/web", cancellation))
        {
            all.Add(Json.Read<IReadOnlyList<StratumTally>>((await store.ReadAsync(name, cancellation))!.ToString()));
        }

        return all;
    }

    private static string Batch(string blob) => blob[(blob.LastIndexOf('/') + 1)..^4];

    /// <param name="Days">Batches that it takes up.</param>
    private sealed record MixingNote(string Batch, IReadOnlyList<string> Slips, IReadOnlyList<string> Days)
    {
        [JsonIgnore]
        public bool IsFinal => !IsDay(Batch);

        public static bool IsDay(string batch) => batch.StartsWith($"{Final}-", StringComparison.Ordinal);
    }
}
