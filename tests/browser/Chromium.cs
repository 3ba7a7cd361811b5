using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>A Chromium that is here already; Playwright's own download is never used.</summary>
internal static class Chromium
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = await FindAsync(),
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
            }
        );

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given)
        {
            return given;
        }

        if (Usual.FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        string folder = await Npm.FolderAsync("@sparticuz/chromium");
        string[] lines = (
            await Npm.RunAsync(
                "node",
                folder,
                "--input-type=module",
                "-e",
                "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"
            )
        )
            .Trim()
            .Split('\n');
        return lines[^1];
    }
}
