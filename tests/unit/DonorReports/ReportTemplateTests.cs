using System.Text;
using System.Text.Json;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>What reports to a donor consist of is data: a file gives a donor its own, and a wrong one is answered with the place.</summary>
public sealed class ReportTemplateTests
{
    private static readonly string Aurora = Encoding.UTF8.GetString(SampleTemplates.Bytes(SampleTemplates.Aurora));

    [Fact]
    public void Those_that_ship_keep_the_rules() => Assert.All(ShippedTemplates.All, one => Assert.Empty(ReportTemplateRules.In(one)));

    [Theory]
    [InlineData("\"Milestones\",", "\"Mileposts\",", "$.sections[2]", "Milestones, Gender")]
    [InlineData("\"Milestones\",", "\"Scores\",", "sections", "Scores stands there twice")]
    [InlineData("\"Coverage\", ", "", "sections", "Coverage is missing")]
    [InlineData("\"Iati\"", "\"Odt\"", "$.formats[5]", "Html, Json, Word")]
    [InlineData("\"Json\", ", "", "formats", "Json is missing")]
    [InlineData("\"languages\": [\"en\", \"fr\", \"es\"]", "\"languages\": [\"en\", \"xx\"]", "$.languages[1]", "en, fr, es")]
    [InlineData("\"Output\"", "\"Activity\"", "$.levels[2].level", "Ultimate, Intermediate")]
    [InlineData(", \"fr\": \"Vert\"", "", "scores", "each of the template's languages")]
    [InlineData("\"from\": 50", "\"from\": 90", "scores", "the best first")]
    [InlineData("\"minimumCell\": 3", "\"minimumCell\": -1", "disclosure/minimumCell", "0 to 100")]
    [InlineData("\"minimumCell\": 3", "\"minimumCell\": \"three\"", "$.disclosure.minimumCell", "could not be converted")]
    [InlineData("\"disclosure\": { \"minimumCell\": 3 },", "", "$", "disclosure")]
    [InlineData("\"scores\": [", "\"colours\": [", "$.colours", "colours")]
    [InlineData("\"name\": \"AuroraFund\"", "\"name\": \"../x\"", "name", "letters, digits and hyphens")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema", "schema 1")]
    [InlineData("\"letters\": 300", "\"letters\": 3", "room", "80 to 5,000")]
    [InlineData("{", "[", "$", "")]
    public void A_wrong_one_is_answered_with_the_place_and_what_may_stand_there(string was, string now, string path, string words)
    {
        int at = Aurora.IndexOf(was, StringComparison.Ordinal);
        (ReportTemplate? template, IReadOnlyList<RegisterProblem> problems) = ReportTemplateReader.Read(
            Encoding.UTF8.GetBytes(Aurora.Remove(at, was.Length).Insert(at, now))
        );
        Assert.Null(template);
        Assert.Contains(problems, one => one.Path == path && one.Why.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_snapshot_carries_one_that_was_given_so_that_its_reports_can_be_made_again()
    {
        byte[] snapshot = SnapshotDocument.Write(SampleSnapshots.Sample(SampleTemplates.Aurora));
        RenderedReport report = DonorReport.Render(SnapshotDocument.Read(snapshot), Language.Fr);
        Assert.Equal(snapshot, SnapshotDocument.Write(SnapshotDocument.Read(snapshot)));
        string page = Encoding.UTF8.GetString(report[ReportParts.Html].Bytes);
        Assert.Contains(
            "<h1>Rapport d'étape à l'intention du Fonds Aurora",
            page.Replace("&#39;", "'", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.All(new[] { "Vert", "Orange", "Rouge", "Livrable 1111" }, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Levels_that_it_leaves_out_are_in_no_format_and_no_figure_tells_about_fewer_than_it_allows()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(SampleTemplates.Aurora);
        RenderedReport report = DonorReport.Render(sample, Language.En);
        Assert.All(
            new[] { ReportParts.Html, ReportParts.Json, ReportParts.Iati, ReportParts.Csv },
            name => Assert.DoesNotContain("1110.", Encoding.UTF8.GetString(report[name].Bytes), StringComparison.Ordinal)
        );
        Assert.All(FigureCalculator.Of(sample).Indicators, one => Assert.True(one.MinimumCell >= 3));
        Assert.Equal("1100", sample.Head.Agreement.Framework.Results.Single(one => one.Code == "1111").Parent);
        using JsonDocument data = JsonDocument.Parse(report[ReportParts.Json].Bytes);
        Assert.Contains(
            data.RootElement.GetProperty("indicators").EnumerateArray(),
            one => one.TryGetProperty("score", out JsonElement score) && score.GetString() is "Green" or "Amber" or "Red"
        );
    }

    [Fact]
    public void Formats_that_it_leaves_out_are_not_made()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(SampleTemplates.Aurora);
        ReportTemplate few = sample.Head.Template! with { Formats = [ReportFormat.Html, ReportFormat.Json, ReportFormat.Iati] };
        DonorSnapshot snapshot = sample with
        {
            Head = sample.Head with { Template = few, PublishedAt = "https://acip.example/published/sample-1" },
        };
        RenderedReport report = DonorReport.Render(snapshot, Language.En);
        Assert.Equal([ReportParts.Html, ReportParts.Json, ReportParts.Iati], report.Parts.Select(part => part.FileName));
        string iati = Encoding.UTF8.GetString(report[ReportParts.Iati].Bytes);
        Assert.Contains("/en/report.html", iati, StringComparison.Ordinal);
        Assert.DoesNotContain("report.pdf", iati, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_names_one_that_there_is_and_that_speaks_its_languages()
    {
        GrantAgreement agreement = SampleSnapshots.Head(DonorTemplate.Norad, 1, 1).Agreement with { Administrations = [] };
        var register = new ProgrammeRegister(
            true,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor> { [agreement.Donor] = new Donor(agreement.Donor, "D", "XI-D", Language.En) },
            new Dictionary<AgreementId, GrantAgreement>(),
            new Dictionary<PersonId, Person>(),
            new Dictionary<PlanId, PlanListing>()
        );
        Assert.Empty(RegisterEntryRules.In(agreement, register));
        GrantAgreement by = agreement with { Schedule = agreement.Schedule with { Template = SampleTemplates.Aurora } };
        Assert.Equal("no-such-template", Assert.Single(RegisterEntryRules.In(by, register)).Rule);
        ReportTemplate given = SampleTemplates.Read(SampleTemplates.Aurora);
        ProgrammeRegister with = register with { Templates = new Dictionary<DonorTemplate, ReportTemplate> { [given.Name] = given } };
        Assert.Empty(RegisterEntryRules.In(by, with));
        ProgrammeRegister english = register with
        {
            Templates = new Dictionary<DonorTemplate, ReportTemplate> { [given.Name] = given with { Languages = [Language.En] } },
        };
        Assert.Equal("template-languages", Assert.Single(RegisterEntryRules.In(by, english)).Rule);
    }
}
