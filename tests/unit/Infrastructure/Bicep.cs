using System.Diagnostics;
using System.Reflection;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Microsoft's own Bicep compiler, from its NuGet package.</summary>
internal static class Bicep
{
    /// <summary>Null where there is no package of it for this platform.</summary>
    private static readonly string? Program = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(one => one.Key == "Bicep")
        ?.Value;

    /// <summary>Why tests that need it are skipped, or null.</summary>
    public static string? Missing { get; } =
        Program is null ? "The Bicep compiler comes from NuGet for Linux on x64 only; CI runs this test there." : null;

    public static string Folder { get; } = Path.Combine(SourceTree.Root, "infra", "azure");

    public static IReadOnlyList<string> Files { get; } =
    [.. Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> ParameterFiles { get; } =
    [.. Directory.GetFiles(Folder, "*.bicepparam").Order(StringComparer.Ordinal)];

    /// <summary>What azd would bring: main.bicepparam reads it from the environment, and fails without.</summary>
    private static readonly Dictionary<string, string> OfAzd = new()
    {
        ["AZURE_ENV_NAME"] = "acip-somewhere",
        ["AZURE_LOCATION"] = "westeurope",
        ["ACIP_PUBLIC_URL"] = "https://acip.example",
        ["ACIP_MAIL_DOMAIN"] = "acip.example",
        ["ACIP_REPLY_DOMAIN"] = "reply.acip.example",
        ["ACIP_FROM_ADDRESS"] = "programme@acip.example",
        ["ACIP_SIGN_IN_TENANT"] = Guid.Empty.ToString(),
        ["ACIP_SIGN_IN_CLIENT"] = Guid.Empty.ToString(),
        ["ACIP_ALERT_ADDRESSES"] = "one@acip.example two@acip.example",
        ["ACIP_BUDGET_FROM"] = "2026-12-01",
    };

    public static async Task<BicepRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in OfAzd)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new BicepRun(process.ExitCode, await output, await errors);
    }
}

/// <param name="Errors">Warnings and errors alike.</param>
internal sealed record BicepRun(int Code, string Output, string Errors);

/// <summary>A fact that needs the compiler, and says so where it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = Bicep.Missing;
}

/// <summary>A theory that needs the compiler, and says so where it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute() => Skip = Bicep.Missing;
}
