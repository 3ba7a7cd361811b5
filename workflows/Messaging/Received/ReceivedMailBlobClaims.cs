using ACip.Workflows.Verification;

namespace ACip.Workflows.Messaging.Received;

/// <summary>Checks received mail: each blob is named by the hash of its bytes, until its retention time is over.</summary>
internal sealed class ReceivedMailBlobClaims : IBlobClaims
{
    public string Container => ReceivedMailStore.Container;

    public Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlobClaim>>([
            .. from mail in stream.Facts<ReceivedMail>(ReceivedMail.Prefix)
            from blob in mail.Repeats.Prepend(mail.Blob)
            select new BlobClaim(blob, blob, mail.At),
        ]);
}
