using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Local.Cli.Platform;

/// <summary>The salts of a simulation: the same seed gives the same chains, and so the same reports, byte for byte. Its people are
/// fictional; nobody is erased.</summary>
internal sealed class DerivedSalt(string seed) : RowSalt
{
    private readonly byte[] secret = Encoding.UTF8.GetBytes(seed);

    public override string Draw(StreamId stream, string key, int sequence) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{stream}\n{key}\n{sequence}"))).AsSpan(0, 16)
        );
}
