using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Answers in blobs: shuffled batches with their tallies, slips that wait to be mixed and, apart from both, the codes
/// used.</summary>
public sealed class ResponseStore(BlobServiceClient blobs) : IStorageStep
{
    public const string Container = "survey-responses";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    Task IStorageStep.PrepareAsync(CancellationToken cancellation) => container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    internal BlobClient Blob(string name) => container.GetBlobClient(name);

    internal BlockBlobClient Blocks(string name) => container.GetBlockBlobClient(name);

    internal static string SlipName(WaveId wave, string code) => $"slips/{wave}/{code}";

    internal static string UsedName(WaveId wave, string code) => $"used/{wave}/{code}";

    internal async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <returns>False where it stands already.</returns>
    internal Task<bool> AddAsync(string name, BinaryData content, CancellationToken cancellation) =>
        Blob(name).WriteOnceAsync(content, null, cancellation);

    internal Task PutAsync(string name, BinaryData content, CancellationToken cancellation) =>
        Blob(name).UploadAsync(content, overwrite: true, cancellation);

    /// <returns>Null where there is none.</returns>
    internal async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await Blob(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    internal async Task<bool> ExistsAsync(string name, CancellationToken cancellation) =>
        (await Blob(name).ExistsAsync(cancellation)).Value;

    internal Task DeleteAsync(string name, CancellationToken cancellation) =>
        Blob(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>A batch, its answers and texts each shuffled for themselves; written anew where it is tried again.</summary>
    internal async Task PutBatchAsync(
        WaveId wave,
        string batch,
        AnswerBatch answers,
        List<BatchText> texts,
        WaveTally tally,
        CancellationToken cancellation
    )
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(texts));
        await PutAsync($"texts/{wave}/{batch}.json", BinaryData.FromString(Json.Write<IReadOnlyList<BatchText>>(texts)), cancellation);
        await PutAsync(
            $"tallies/{wave}/{batch}.json",
            BinaryData.FromString(Json.Write<IReadOnlyList<StratumTally>>(tally.Strata)),
            cancellation
        );
        await PutAsync($"answers/{wave}/{batch}.txt", BinaryData.FromBytes(answers.Shuffled()), cancellation);
    }

    /// <summary>Takes a batch out again. Its tally first: what is counted no more may still stand, and nothing the other way
    /// round.</summary>
    internal async Task RemoveBatchAsync(WaveId wave, string batch, CancellationToken cancellation)
    {
        foreach (string name in (string[])[$"tallies/{wave}/{batch}.json", $"texts/{wave}/{batch}.json", $"answers/{wave}/{batch}.txt"])
        {
            await DeleteAsync(name, cancellation);
        }
    }

    /// <summary>All tallies, added up.</summary>
    internal async Task<WaveTally> TallyAsync(SurveyWaveRecord wave, CancellationToken cancellation)
    {
        var all = new WaveTally(wave);
        foreach (string name in await ListAsync($"tallies/{wave.Id}/", cancellation))
        {
            all.Add(Json.Read<IReadOnlyList<StratumTally>>((await ReadAsync(name, cancellation))!.ToString()));
        }

        return all;
    }
}

/// <summary>Words that somebody wrote, screened; of whom, only the group is known.</summary>
internal sealed record BatchText(string Group, string Text);
