using System.Security.Cryptography;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>The key under which a row enters the chain. It stands in the row, is drawn anew at each writing, and goes with what it covered:
/// of a name, an address or a text that was erased no hash is left that anybody could try guesses on.</summary>
public class RowSalt
{
    /// <summary>Name of the property.</summary>
    public const string Property = "Salt";

    public virtual string Draw(StreamId stream, string key, int sequence) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
