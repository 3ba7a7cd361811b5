using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Mime;

namespace ACip.Tests.Unit.Mail.Incoming;

public sealed class RobotTests
{
    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Subject: Re: Automatic reply: report")]
    [InlineData("Subject: Re: out of office figures")]
    [InlineData("Subject: RE: Réponse automatique : rapport")]
    [InlineData("X-Auto-Response-Suppress: DR, RN, NRN")]
    [InlineData("Precedence: first-class")]
    [InlineData("Content-Type: multipart/mixed; boundary=report")]
    [InlineData("X-Autoreply: no")]
    [InlineData("References: <d41f8e@mail.acip.example>")]
    public void A_person_stays_a_person(string header) => Assert.Null(Recognise(header));

    [Theory]
    [InlineData("Auto-Submitted: AUTO-REPLIED; owner-email=\"a@b\"", "auto-submitted")]
    [InlineData("Auto-Submitted: auto-notified", "auto-submitted")]
    [InlineData("Precedence: AUTO_REPLY", "auto-submitted")]
    [InlineData("Precedence: junk", "bulk")]
    [InlineData("X-Auto-Response-Suppress: All", "suppresses-replies")]
    [InlineData("Subject: [EXT] [SUSPECT] Automatische Antwort: Bericht", "out-of-office")]
    [InlineData("Subject: Risposta automatica: rapporto", "out-of-office")]
    [InlineData("Subject: Автоматический ответ: отчёт", "out-of-office")]
    [InlineData("Subject: =?utf-8?B?UsOpcG9uc2UgYXV0b21hdGlxdWXCoDogcmFwcG9ydA==?=", "out-of-office")] // with the no-break space that French Outlook writes
    [InlineData("Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=b", "bounce")]
    [InlineData("Content-Type: multipart/report; boundary=b", "bounce")]
    [InlineData("X-Failed-Recipients: a@b.example", "bounce")]
    [InlineData("Content-Type: text/calendar; method=REPLY", "calendar-reply")]
    [InlineData("X-ACip-Delivery: 1", "loop")]
    [InlineData("Message-ID: <x@MAIL.acip.example>", "loop")]
    [InlineData("Return-Path: <>", "from-nobody")]
    public void A_machine_is_named(string header, string reason) => Assert.Equal(reason, Recognise(header));

    private static string? Recognise(string header)
    {
        var headers = MailHeaders.Read($"From: a@customs.example\n{header}\n");
        string subject = EncodedWords.Decode(headers["Subject"] ?? "Re: report");
        return Robot.Recognise(new InboundMessage(headers, "a@customs.example", [], [.. headers.All("From")], subject, "", null, null, [], [], []), ["mail.acip.example"]);
    }
}
