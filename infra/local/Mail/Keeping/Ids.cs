using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ACip.Local.Mail.Keeping;

/// <summary>Makes ids of 22 characters, random or from a seed.</summary>
/// <remarks>Seeded ids depend on content and on how often it came before, not on the order in which threads happen to run.</remarks>
internal sealed class Ids(string? seed)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public void Known(string id)
    {
        lock (gate)
        {
            taken.Add(id);
        }
    }

    public string New(string purpose, ReadOnlySpan<byte> content)
    {
        if (seed is null)
        {
            return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{seed}\n{purpose}\n"));
        hash.AppendData(content);
        byte[] digest = hash.GetHashAndReset();
        lock (gate)
        {
            for (int earlier = 0; ; earlier++)
            {
                string id = Base64Url.EncodeToString(SHA256.HashData([.. digest, .. BitConverter.GetBytes(earlier)]).AsSpan(0, 16));
                if (taken.Add(id))
                {
                    return id;
                }
            }
        }
    }

    public string New(string purpose, string content) => New(purpose, Encoding.UTF8.GetBytes(content));
}
