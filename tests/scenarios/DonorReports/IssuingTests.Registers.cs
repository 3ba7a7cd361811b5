using System.Net;
using System.Text.Json;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed partial class IssuingTests
{
    [Fact]
    public async Task A_register_is_taken_whole_or_answered_line_by_line()
    {
        using HttpResponseMessage wrong = await year.SendAsync(
            HttpMethod.Post,
            "api/registers/deliveries",
            "officer-one",
            csv: "kind,title,start,end,administration,women,men\nWorkshop,One,2026-05-01,2026-04-01,AF,1,2\nParty,Two,2026-05-01,2026-05-02,ZZ,x,2\n"
        );
        using JsonDocument problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(
            [2, 3, 3],
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32())
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await year.SendAsync(HttpMethod.Post, "api/registers/cips", "approver-one", csv: "")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await year.SendAsync(
                    HttpMethod.Post,
                    "api/registers/cips",
                    "officer-one",
                    csv: "wave;key_factor;group;n;mean;low;high\n2025;1;officials;200;61,5;60,1;62,9\n"
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task The_registers_page_takes_a_file_from_its_own_form_only_and_names_the_lines_to_mend_in_the_readers_language()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await year.SendAsync(HttpMethod.Get, "registers", "reader-norad")).StatusCode);
        string page = await (await year.SendAsync(HttpMethod.Get, "registers?lang=fr", "officer-one")).Content.ReadAsStringAsync();
        string token = System
            .Text.RegularExpressions.Regex.Match(
                page[page.IndexOf("/registers/deliveries", StringComparison.Ordinal)..],
                "value=\"([^\"]+)\""
            )
            .Groups[1]
            .Value;
        const string heading = "kind,title,start,end,administration,women,men\n";

        using HttpResponseMessage wrong = await PostAsync(token, heading + "Workshop,One,2026-05-01,2026-04-01,AF,1,2\n");
        string said = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("<th scope=\"row\">2</th><td>end</td>", said, StringComparison.Ordinal);
        Assert.Contains(
            "Se termine le 2026-04-01, avant de commencer le 2026-05-01.",
            WebUtility.HtmlDecode(said),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("forged", heading)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(token, heading + "Workshop,One,2026-05-01,2026-05-02,AF,1,2\n")).StatusCode);

        Task<HttpResponseMessage> PostAsync(string csrf, string csv) =>
            year.PostAsync(
                "registers/deliveries?lang=fr",
                "officer-one",
                new MultipartFormDataContent
                {
                    { new StringContent(csrf), ACip.Functions.Authorization.CsrfToken.Field },
                    { new StringContent(csv), "file", "deliveries.csv" },
                }
            );
    }
}
