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

    /// <returns>How many were put away, by stratum.</returns>
    internal async Task<IReadOnlyDictionary<string, long>?> MixAsync(
        SurveyWaveRecord wave,
        DateOnly day,
        bool final,
        CancellationToken cancellation
    )
    {
        string note = $"mixing/{wave.Id}.json";
        if (await store.ReadAsync(note, cancellation) is not { } begun)
        {
            IReadOnlyList<string> slips = [.. (await store.ListAsync($"slips/{wave.Id}/", cancellation)).Order(StringComparer.Ordinal)];
            IReadOnlyList<string> days = final ? await store.ListAsync($"answers/{wave.Id}/web-", cancellation) : [];
            if (final ? slips.Count + days.Count == 0 : slips.Count < Suppression.FewestRespondents)
            {
                return null;
            }

            begun = BinaryData.FromString(
                Json.Write(new MixingNote(final ? Final : $"web-{day:yyyy-MM-dd}", slips, [.. days.Select(Batch)]))
            );
            await store.PutAsync(note, begun, cancellation);
        }

        MixingNote work = Json.Read<MixingNote>(begun.ToString());
        if (!await store.ExistsAsync($"answers/{wave.Id}/{work.Batch}.txt", cancellation))
        {
            await WriteAsync(wave, work, cancellation);
        }

        await ClearAsync(wave.Id, work, cancellation);
        await store.DeleteAsync(note, cancellation);
        WaveTally tally = await WebTallyAsync(wave, cancellation);
        return wave
            .Frame.Zip(tally.Strata)
            .Where(pair => pair.Second.Responses > 0)
            .ToDictionary(pair => pair.First.Key, pair => pair.Second.Responses);
    }

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

        await store.PutBatchAsync(wave.Id, work.Batch, answers, texts, tally, cancellation);
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

    private sealed record MixingNote(string Batch, IReadOnlyList<string> Slips, IReadOnlyList<string> Days);
}
