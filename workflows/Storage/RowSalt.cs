using System.Security.Cryptography;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Storage;

/// <summary>The key of a row's hash. It is stored in the row, drawn anew at each write, and deleted with the content: after an erasure, no
/// hash remains against which names or addresses could be guessed.</summary>
public class RowSalt
{
    /// <summary>Name of the property.</summary>
    public const string Property = "Salt";

    public virtual string Draw(StreamId stream, string key, int sequence) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
