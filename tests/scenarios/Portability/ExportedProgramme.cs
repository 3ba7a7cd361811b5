using System.Security.Cryptography;
using ACip.Local.Cli.Operators;
using ACip.Local.Cli.Operators.Portability;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.Messaging;
using Microsoft.Extensions.Options;

namespace ACip.Tests.Scenarios.Portability;

/// <summary>A programme with everything in it, exported by the command.</summary>
public sealed class ExportedProgramme : IAsyncLifetime
{
    private readonly FullWorld full = new();
    private readonly DirectoryInfo folders = Directory.CreateTempSubdirectory("acip-exported-");

    internal PlanWorld Source => full.World;

    internal string Folder => Path.Combine(folders.FullName, "export");

    internal string Said { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await full.InitializeAsync();
        using var said = new StringWriter();
        Assert.Equal(0, await ExportCommand.RunAsync(["--out", Folder, .. There(Source)], said));
        Said = said.ToString();
    }

    /// <summary>An empty platform at the same moment, with the same secret for tokens.</summary>
    internal Task<PlanWorld> EmptyAsync() =>
        PlanWorld.StartAsync(0, $"--Local:Clock:Start={Source.Platform.Clock.GetUtcNow():O}", $"--Mail:TokenSecret={Secret}");

    /// <summary>SHA-256 of the export's manifest.</summary>
    internal string Manifest => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "manifest.json"))));

    internal string Secret => Source.Service<IOptions<MailOptions>>().Value.TokenSecret;

    internal async Task<(int Code, string Said)> ImportAsync(PlanWorld target, string folder)
    {
        using var said = new StringWriter();
        int code = await ImportCommand.RunAsync(["--from", folder, .. There(target)], said);
        await target.Platform.Busy.QuietAsync();
        return (code, said.ToString());
    }

    internal async Task<string> WhyNotAsync(PlanWorld target, string folder) =>
        (await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(target, folder))).Message;

    internal static string[] There(PlanWorld world) => ["--url", world.Platform.BaseUrl, "--key", world.Platform.MasterKey];

    /// <summary>A copy that a test may spoil.</summary>
    internal string Copy(string name)
    {
        string copy = Path.Combine(folders.FullName, name);
        foreach (string file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public async Task DisposeAsync()
    {
        await full.DisposeAsync();
        folders.Delete(recursive: true);
    }
}
