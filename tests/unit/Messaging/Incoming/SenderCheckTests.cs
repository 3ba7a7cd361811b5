using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class SenderCheckTests
{
    private static readonly TaskPerson[] People =
    [
        new(new PersonId("ama"), "ama.mensah@customs.gov.gh"),
        new(new PersonId("kofi"), "Kofi.Asante@gmail.com"),
    ];

    [Theory]
    [InlineData("Ama Mensah <ama.mensah@customs.gov.gh>", "ama.mensah@customs.gov.gh", "pass", "", SenderStatus.Proven)]
    [InlineData("AMA.MENSAH@CUSTOMS.GOV.GH", "bounce@mail.customs.gov.gh", "pass", "", SenderStatus.Proven)] // relaxed: same organisation
    [InlineData("ama.mensah@customs.gov.gh", "x@mailer.example", "pass", "{@customs.gov.gh : pass}", SenderStatus.Proven)]
    // somebody vouches, but not the sender's domain
    [InlineData("ama.mensah@customs.gov.gh", "x@mailer.example", "pass", "{@mailer.example : pass}", SenderStatus.Unproven)]
    // another ministry is another organisation
    [InlineData("ama.mensah@customs.gov.gh", "x@health.gov.gh", "pass", "{@health.gov.gh : pass}", SenderStatus.Unproven)]
    [InlineData("ama.mensah@customs.gov.gh", "x@gov.gh", "pass", "{@gov.gh : pass}", SenderStatus.Unproven)]
    [InlineData("ama.mensah@customs.gov.gh", "ama.mensah@customs.gov.gh", "none", "none", SenderStatus.Unproven)]
    [InlineData("ama.mensah@customs.gov.gh", "ama.mensah@customs.gov.gh", "fail", "{@customs.gov.gh : fail}", SenderStatus.Unproven)]
    [InlineData("ama.mensah@customs.gov.gh", "", "pass", "", SenderStatus.Unproven)]
    [InlineData("kofi.asante@gmail.com", "kofi.asante@gmail.com", "pass", "{@gmail.com : pass}", SenderStatus.Proven)]
    [InlineData("kofi.asante+work@gmail.com", "kofi.asante@gmail.com", "pass", "{@gmail.com : pass}", SenderStatus.Stranger)]
    // a colleague was not asked
    [InlineData("yaw@customs.gov.gh", "yaw@customs.gov.gh", "pass", "{@customs.gov.gh : pass}", SenderStatus.Stranger)]
    [InlineData("ama.mensah@custorns.gov.gh", "a@custorns.gov.gh", "pass", "{@custorns.gov.gh : pass}", SenderStatus.Stranger)]
    // a Cyrillic letter
    [InlineData("\u0430ma.mensah@customs.gov.gh", "a@customs.gov.gh", "pass", "{@customs.gov.gh : pass}", SenderStatus.Stranger)]
    [InlineData(
        "\"ama.mensah@customs.gov.gh\" <eve@evil.example>",
        "eve@evil.example",
        "pass",
        "{@evil.example : pass}",
        SenderStatus.Mismatch
    )]
    [InlineData(
        "=?utf-8?B?YW1hLm1lbnNhaEBjdXN0b21zLmdvdi5naA==?= <eve@evil.example>",
        "eve@evil.example",
        "pass",
        "{@evil.example : pass}",
        SenderStatus.Mismatch
    )]
    [InlineData("ama.mensah@customs.gov.gh, eve@evil.example", "eve@evil.example", "pass", "{@evil.example : pass}", SenderStatus.Mismatch)]
    [InlineData(
        "<ama.mensah@customs.gov.gh> <eve@evil.example>",
        "eve@evil.example",
        "pass",
        "{@evil.example : pass}",
        SenderStatus.Mismatch
    )]
    [InlineData("ama.mensah@customs.gov.gh@evil.example", "eve@evil.example", "pass", "{@evil.example : pass}", SenderStatus.Mismatch)]
    [InlineData(
        "ama.mensah@customs.gov.gh (eve@evil.example)",
        "eve@evil.example",
        "pass",
        "{@evil.example : pass}",
        SenderStatus.Unproven
    )]
    [InlineData("", "", "pass", "", SenderStatus.Stranger)]
    public void Of(string from, string envelopeFrom, string spf, string dkim, SenderStatus expected)
    {
        SenderFinding finding = SenderCheck.Of(Message([from], envelopeFrom, spf, dkim), People);
        Assert.Equal(expected, finding.Status);
        Assert.NotNull(TriageReasons.Text(finding.Why));
        Assert.Equal(expected is SenderStatus.Proven or SenderStatus.Unproven, finding.Person is not null);
    }

    [Fact]
    public void Two_From_headers_are_a_mismatch_even_if_both_name_the_same_person() =>
        Assert.Equal(
            SenderStatus.Mismatch,
            SenderCheck.Of(Message([People[0].Address, People[0].Address], People[0].Address, "pass", ""), People).Status
        );

    [Theory]
    [InlineData("mail.customs.gov.gh", "customs.gov.gh")]
    [InlineData("customs.gov.gh", "customs.gov.gh")]
    [InlineData("gov.gh", null)]
    [InlineData("aduanas.gob.mx", "aduanas.gob.mx")]
    [InlineData("mx1.sat.gob.mx", "sat.gob.mx")]
    [InlineData("douanes.gouv.ml", "douanes.gouv.ml")]
    [InlineData("customs.gov.np", "customs.gov.np")]
    [InlineData("smtp.ebrana.gouv.sn.", "ebrana.gouv.sn")]
    [InlineData("mail.google.com", "google.com")]
    [InlineData("Wcoomd.ORG", "wcoomd.org")]
    [InlineData("dgd.onmicrosoft.com", "dgd.onmicrosoft.com")]
    [InlineData("onmicrosoft.com", null)]
    [InlineData("com", null)]
    [InlineData("", null)]
    [InlineData("a..b", null)]
    public void An_organisation_is_one_label_more_than_what_is_shared(string domain, string? expected) =>
        Assert.Equal(expected, OrganisationalDomain.Of(domain));

    private static InboundMessage Message(string[] from, string envelopeFrom, string spf, string dkim) =>
        new(MailHeaders.None, envelopeFrom, [], [.. from.Where(text => text.Length > 0)], "", "", null, spf, DkimField.Read(dkim), [], []);
}
