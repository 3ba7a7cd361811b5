using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.Serialization;

/// <summary>Names what stands somewhere by its content: it changes exactly when the content does.</summary>
public static class ContentTag
{
    public static string Of<T>(T entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(entry))));
}
