using ACip.Local.Mail;
using ACip.Workflows.QuarterlyReports.Evidence;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>Files that are sent from the report's page and from behind the link: how far they are is shown, and a connection that breaks
/// loses nothing.</summary>
public sealed partial class SeveralHandsTests
{
    /// <summary>A picture of one dot, and as much behind it as a photograph has.</summary>
    private static FilePayload Photograph(string name) =>
        new()
        {
            Name = name,
            MimeType = "image/png",
            Buffer =
            [
                .. Convert.FromBase64String(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                ),
                .. System.Text.Encoding.UTF8.GetBytes(name),
                .. new byte[400_000],
            ],
        };

    private async Task UploadAsync(IPage coordinator, LocalMessage asked)
    {
        string code = (await ReportAsync()).Entries.Values.First(one => one.Value is not null).Item;
        await coordinator.GotoAsync(LinkOf(asked));
        await coordinator.Locator("details:has(#e-file) > summary").ClickAsync();
        await coordinator.Locator("#e-item").SelectOptionAsync(code);
        await coordinator.Locator("#e-file").SetInputFilesAsync(Photograph("register.png"));
        ICDPSession line = await coordinator.Context.NewCDPSessionAsync(coordinator);
        await SpeedAsync(line, 100_000);
        await coordinator.Locator("button[value='files']").ClickAsync();
        await coordinator.WaitForFunctionAsync(
            "() => { const bar = document.querySelector('.upload progress'); return bar && bar.value > 5 && bar.value < 95; }"
        );
        Assert.Matches(@"Sending the file.*\d+ %", await coordinator.Locator(".upload").InnerTextAsync());
        await SpeedAsync(line, -1);
        await coordinator.GetByText("The file is here.").WaitForAsync();
        await LifeSite.LookAsync(coordinator, "upload-done");
        Assert.Contains("register.png", await coordinator.InnerTextAsync("#files + ul"), StringComparison.Ordinal);
        EvidenceFile kept = (await FilesAsync()).Single(file => file.Name == "register.png");
        Assert.Equal((EvidenceState.Quarantined, code), (kept.State, Assert.Single(kept.Items)));
        Assert.Contains(kept.Sha256, (await ReportAsync()).Entries[code].EvidenceSha256);

        await BrokenAsync(code);
        await RefusedAsync();
    }

    /// <summary>On the report's page, with words in another form that have not been sent.</summary>
    private async Task BrokenAsync(string code)
    {
        IPage officer = await site.PageAsync("officer-one", width: 360);
        await officer.GotoAsync(Path + "?lang=en");
        await officer.Locator("#text").FillAsync("Half a sentence");
        await officer.Locator("details:has(#ev-file) > summary").ClickAsync();
        await officer.Locator("#ev-item").SelectOptionAsync(code);
        await officer.Locator("#ev-file").SetInputFilesAsync(Photograph("minutes.png"));
        await officer.RouteAsync("**/evidence*", route => route.AbortAsync("connectionreset"));
        await officer.Locator("form:has(#ev-file) button").ClickAsync();
        await officer.GetByText("The file did not get here").WaitForAsync();
        await LifeSite.LookAsync(officer, "upload-broke");
        Assert.Equal("Half a sentence", await officer.Locator("#text").InputValueAsync());
        Assert.Equal(code, await officer.Locator("#ev-item").InputValueAsync());
        Assert.Equal(1, await officer.EvaluateAsync<int>("document.querySelector('#ev-file').files.length"));
        Assert.DoesNotContain(await FilesAsync(), file => file.Name == "minutes.png");

        await officer.UnrouteAsync("**/evidence*");
        await officer.Locator("#text").FillAsync("");
        await officer.Locator("form:has(#ev-file) button").ClickAsync();
        await officer.GetByText("It is recorded.").WaitForAsync();
        Assert.Contains(await FilesAsync(), file => file.Name == "minutes.png" && file.Source.IsOnBehalf);
    }

    /// <summary>Without a script it is posted as any form is, and comes back with what is wrong.</summary>
    private async Task RefusedAsync()
    {
        foreach (bool script in new[] { true, false })
        {
            IPage officer = await site.PageAsync("officer-one", script: script);
            await officer.GotoAsync(Path + "?lang=en");
            await officer.Locator("details:has(#ev-file) > summary").ClickAsync();
            await officer
                .Locator("#ev-file")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "run.exe",
                        MimeType = "application/octet-stream",
                        Buffer = [0x4D, 0x5A, 0, 1],
                    }
                );
            await officer.Locator("form:has(#ev-file) button").ClickAsync();
            await officer.GetByText("run.exe:").First.WaitForAsync();
            Assert.DoesNotContain(await FilesAsync(), file => file.Name.StartsWith("run", StringComparison.Ordinal));
        }
    }

    private Task<IReadOnlyList<EvidenceFile>> FilesAsync() => EvidenceFile.ListAsync(site.Table, Quarter, CancellationToken.None);

    /// <param name="upwards">Bytes a second; -1: as fast as it goes.</param>
    private static async Task SpeedAsync(ICDPSession line, int upwards) =>
        await line.SendAsync(
            "Network.emulateNetworkConditions",
            new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = upwards,
            }
        );
}
