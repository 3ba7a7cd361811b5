using System.Security.Cryptography;
using System.Text;

namespace FunctionsSimulator.Storage;

/// <summary>What the platform keeps on disk between starts: one folder, one process at a time. Without a folder it forgets.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? hold;
    private readonly byte[] secret;

    private DataFolder(string? path, FileStream? hold, byte[] secret)
    {
        Path = path;
        this.hold = hold;
        this.secret = secret;
    }

    public string? Path { get; }

    /// <param name="path">Null: everything is in memory.</param>
    /// <param name="seed">What secrets derive from; if null, a random one that the folder keeps.</param>
    /// <exception cref="PlatformException">Another process works in the folder, or it cannot be written.</exception>
    public static DataFolder Open(string? path, string? seed)
    {
        byte[]? seeded = seed is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        if (path is null)
        {
            return new DataFolder(null, null, seeded ?? RandomNumberGenerator.GetBytes(32));
        }

        try
        {
            Directory.CreateDirectory(path);
            FileStream hold = Hold(System.IO.Path.Combine(path, "in-use"));
            try
            {
                return new DataFolder(path, hold, seeded ?? Secret(System.IO.Path.Combine(path, "secret")));
            }
            catch
            {
                hold.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlatformException($"The data folder {path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>32 bytes, always the same for this folder (or seed) and purpose.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose));

    public string? Read(string name)
    {
        string? file = Path is null ? null : System.IO.Path.Combine(Path, name);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>All or nothing, whenever the process is killed.</summary>
    public void Write(string name, string text)
    {
        if (Path is not null)
        {
            WriteWhole(System.IO.Path.Combine(Path, name), text);
        }
    }

    public void Dispose() => hold?.Dispose();

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new PlatformException(
                $"Another platform works in {System.IO.Path.GetDirectoryName(file)}. Stop that one, or name another folder: --Local:DataFolder=PATH.",
                e
            );
        }
    }

    private static byte[] Secret(string file)
    {
        if (File.Exists(file))
        {
            return Convert.FromHexString(File.ReadAllText(file).Trim());
        }

        byte[] drawn = RandomNumberGenerator.GetBytes(32);
        WriteWhole(file, Convert.ToHexString(drawn));
        return drawn;
    }

    private static void WriteWhole(string file, string text)
    {
        string draft = file + ".new";
        File.WriteAllText(draft, text);
        File.Move(draft, file, overwrite: true);
    }
}
