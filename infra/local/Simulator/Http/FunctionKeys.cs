using System.Security.Cryptography;
using System.Text;
using FunctionsSimulator.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.Http;

/// <summary>The keys that callers show: section <c>Local:Keys</c> (Master, Host, System, Functions:NAME), or derived from the data folder's
/// secret.</summary>
internal sealed class FunctionKeys(IConfiguration configuration, DataFolder folder)
{
    public const string Header = "x-functions-key";

    private const string Query = "code";
    private readonly IConfigurationSection keys = configuration.GetSection(PlatformOptions.Section + ":Keys");

    /// <summary>Opens everything: administration too.</summary>
    public string Master => Key("Master");

    /// <summary>Opens every function.</summary>
    public string Host => Key("Host");

    /// <summary>Opens the durable engine's routes.</summary>
    public string System => Key("System");

    public string Of(string function) => Key("Functions:" + function);

    /// <summary>Whether the key shown suffices. A key of a lower or of another kind opens nothing, a wrong one neither; the master key
    /// opens all.</summary>
    /// <param name="function">The function called; null for the platform's own routes.</param>
    public bool Open(AccessLevel level, string? function, HttpRequest request)
    {
        if (level == AccessLevel.Anonymous)
        {
            return true;
        }

        string shown = request.Headers[Header].ToString() is { Length: > 0 } header ? header : request.Query[Query].ToString();
        if (shown.Length == 0)
        {
            return false;
        }

        // each is compared, so that the time taken does not tell which of them was near
        bool opens = Same(shown, Master);
        opens |= level == AccessLevel.System & Same(shown, System);
        opens |= level == AccessLevel.Function & Same(shown, Host);
        opens |= level == AccessLevel.Function & function is not null && Same(shown, Of(function!));
        return opens;
    }

    private static bool Same(string shown, string key) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(shown)),
            SHA256.HashData(Encoding.UTF8.GetBytes(key))
        );

    private string Key(string name) =>
        keys[name] is { Length: > 0 } given ? given : Convert.ToHexStringLower(folder.Derive("key " + name.ToUpperInvariant()));
}
