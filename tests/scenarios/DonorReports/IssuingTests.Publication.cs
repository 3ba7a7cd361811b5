using System.Net;
using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed partial class IssuingTests
{
    /// <summary>Until the programme uses it again.</summary>
    private async Task WhatIsSwitchedOffIsOpenToNobodyAsync(object publish, string open)
    {
        ProgrammeFeaturesService features = year.Platform.Get<ProgrammeFeaturesService>();
        var officer = new PersonId("officer-one");
        await features.SaveAsync(ProgrammeFeatures.Standard with { OpenPublication = false }, officer, CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/en/report.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(publish, await TagAsync()));
        await features.SaveAsync(ProgrammeFeatures.Standard, officer, CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/en/report.pdf"));
    }

    /// <summary>Nothing is open before an approver says so, and nothing but the activity and the readable report then; what was read
    /// decides.</summary>
    private async Task ItIsPublishedWithheldAndTakenBackAsync()
    {
        string open = $"published/{ReportedYear.Agreement}";
        int issued = (await year.FileAsync()).LatestIssued!.Number;
        object publish = new
        {
            act = "Publish",
            period = ReportedYear.Report.Period.Value,
            version = issued,
        };
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(publish, "*", "officer-one"));
        Assert.Equal((HttpStatusCode)428, await ActAsync(publish, null));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(publish, "\"seen-before\""));
        object other = new
        {
            act = "Publish",
            period = ReportedYear.Report.Period.Value,
            version = issued - 1,
        };
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(other, "*"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(publish, "*"));
        string activity = await (await year.SendAsync(HttpMethod.Get, $"{open}/iati.xml", "")).Content.ReadAsStringAsync();
        Assert.Contains($"https://acip.example/{open}/en/report.pdf", activity, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/en/report.pdf"));
        await WhatIsSwitchedOffIsOpenToNobodyAsync(publish, open);
        Assert.All(
            new[] { "en/observations.csv", "en/report.json", "files/snapshot.json", "annex/x.pdf" },
            file => Assert.Equal(HttpStatusCode.NotFound, StatusAsync($"{open}/{file}").Result)
        );

        string read = await TagAsync();
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(new { act = "Withhold" }, read));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(new { act = "Withhold", reason = "A source could be recognised." }, read));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(new { act = "Withdraw", reason = "Read long ago." }, read));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(publish, await TagAsync()));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(new { act = "Withdraw", reason = "The source agrees." }, await TagAsync()));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(publish, await TagAsync()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(4, (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorPublicationChanged));
        await InAnotherLanguageFromNowOnAsync(open);
    }

    /// <summary>The agreement's reports are in French from the next one on: those that were issued stay what they are.</summary>
    private async Task InAnotherLanguageFromNowOnAsync(string open)
    {
        await SetLanguageAsync("Fr");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/en/report.pdf"));
        using HttpResponseMessage verified = await year.SendAsync(HttpMethod.Get, $"{Path}/verify", "reader-norad");
        Assert.True(JsonNode.Parse(await verified.Content.ReadAsStringAsync())!["sound"]!.GetValue<bool>());
        string page = await (
            await year.SendAsync(HttpMethod.Get, $"agreements/{ReportedYear.Agreement}/publication", "approver-two")
        ).Content.ReadAsStringAsync();
        Assert.Contains("/en/report.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/fr/report.pdf", page, StringComparison.Ordinal);

        DonorReportRecord issued = (await year.FileAsync());
        var told = new EarlierReports(year.Table, year.Service<DonorReportArchive>());
        Assert.NotEmpty(await told.FiguresAsync([issued], Language.Find("fr")!.Value, CancellationToken.None));
        Assert.NotNull(await told.ActivityAsync([issued], Language.Find("fr")!.Value, CancellationToken.None));
        await SetLanguageAsync("En");
    }

    private async Task SetLanguageAsync(string language)
    {
        string path = $"api/agreements/{ReportedYear.Agreement}";
        using HttpResponseMessage read = await year.SendAsync(HttpMethod.Get, path, "officer-two");
        JsonNode agreement = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        agreement["schedule"]!["languages"] = new JsonArray(language);
        using HttpResponseMessage saved = await year.SendAsync(
            HttpMethod.Put,
            path,
            "officer-two",
            agreement,
            ifMatch: read.Headers.ETag!.ToString()
        );
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
    }

    private static string Publication => $"api/publications/{ReportedYear.Agreement}";

    private async Task<HttpStatusCode> ActAsync(object order, string? ifMatch, string person = "approver-two") =>
        (await year.SendAsync(HttpMethod.Put, Publication, person, order, ifMatch: ifMatch)).StatusCode;

    private async Task<string> TagAsync() => (await year.SendAsync(HttpMethod.Get, Publication, "approver-two")).Headers.ETag!.ToString();

    private async Task<HttpStatusCode> StatusAsync(string path) => (await year.SendAsync(HttpMethod.Get, path, "")).StatusCode;
}
