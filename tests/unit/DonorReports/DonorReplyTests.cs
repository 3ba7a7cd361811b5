using ACip.Workflows.DonorReports.Remarks;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Tests.Unit.DonorReports;

public sealed class DonorReplyTests
{
    [Theory]
    [InlineData("RECEIVED")]
    [InlineData("Received with thanks.")]
    [InlineData("REÇU")]
    [InlineData("Accusé de réception")]
    [InlineData("Recibido\n\nUn saludo,\nAna")]
    public void A_word_alone_acknowledges_and_is_no_comment(string text) => Assert.Equal(new DonorReply(true, null, null), Read(text));

    [Theory]
    [InlineData("The trend chart is most useful to us.", "The trend chart is most useful to us.")]
    [InlineData("We received two copies of the annex.", "We received two copies of the annex.")]
    public void Words_are_a_comment(string text, string comment) => Assert.Equal(new DonorReply(false, comment, null), Read(text));

    [Theory]
    [InlineData("QUESTION: Why is 1100 below its target?", "en")]
    [InlineData("Question : Why is 1100 below its target?", "fr")]
    [InlineData("PREGUNTA: Why is 1100 below its target?", "es")]
    public void A_line_that_begins_with_the_word_asks(string text, string tag) =>
        Assert.Equal("Why is 1100 below its target?", Read(text, tag).Question);

    [Fact]
    public void Receipt_comment_and_question_stand_in_one_reply_and_what_is_quoted_says_nothing()
    {
        DonorReply said = Read(
            "Received.\nThe annex reads well.\nQUESTION: Who checks the evidence?\n\nOn Mon, 15 Mar 2027 at 09:00, A-CIP <a@acip.example> wrote:\n> QUESTION: of us?\n> Reply to this mail"
        );
        Assert.Equal(new DonorReply(true, "The annex reads well.", "Who checks the evidence?"), said);
        Assert.True(Read("> RECEIVED\n").IsEmpty);
    }

    [Theory]
    [InlineData("From: A-CIP <reply@acip.example>\nSent: Monday, 15 March 2027 09:00\nTo: Reader\nSubject: Progress report")]
    [InlineData(
        "-----Original Message-----\nFrom: A-CIP <reply@acip.example>\nSent: Monday, 15 March 2027 09:00\nSubject: Progress report"
    )]
    [InlineData("De : A-CIP <reply@acip.example>\nEnvoyé : lundi 15 mars 2027 09:00\nÀ : Lecteur\nObjet : Rapport")]
    [InlineData("De: A-CIP <reply@acip.example>\nEnviado: lunes, 15 de marzo de 2027 9:00\nPara: Lector\nAsunto: Informe")]
    public void What_stands_under_the_header_of_our_mail_is_neither_comment_nor_question(string header) =>
        Assert.Equal(
            new DonorReply(false, "The annex reads well.", null),
            Read($"The annex reads well.\n\n{header}\n\nReply RECEIVED.\nQUESTION: asks the officers\nRECEIVED\n")
        );

    private static DonorReply Read(string text, string tag = "en") =>
        DonorReply.Read(
            new InboundMessage(
                MailHeaders.Read("From: reader@donor.example\n"),
                "reader@donor.example",
                [],
                [],
                "Re: report",
                text,
                null,
                null,
                [],
                [],
                []
            ),
            Language.FromString(tag)
        );
}
