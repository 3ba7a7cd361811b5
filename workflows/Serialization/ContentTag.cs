using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Serialization;

/// <summary>A tag derived from content: it changes if and only if the content does.</summary>
public static class ContentTag
{
    public static string Of<T>(T entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(entry))));
}
