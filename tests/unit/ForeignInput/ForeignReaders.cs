using System.Text;
using System.Text.Json;
using ACip.Tests.Unit.ActionPlans;
using ACip.Tests.Unit.Messaging.Incoming;
using ACip.Tests.Unit.ReplyParsing;
using ACip.Tests.Unit.Surveys;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Events;
using ACip.Workflows.Finance;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Portability;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Surveys;
using ACip.Workflows.Surveys.Imports;

namespace ACip.Tests.Unit.ForeignInput;

/// <summary>Everything that reads what strangers, and people with old programs, send. Bodies of the API are not here: the framework reads
/// their JSON, and <c>tests/security</c> sends it malformed.</summary>
internal static class ForeignReaders
{
    private static readonly string[] MailWords =
    [
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
        "Content-Disposition: attachment; filename*0*=utf-8''%C3\r\n",
        "=?utf-8?B?",
        "=?x?q?=00?=",
        "From: <",
        "Auto-Submitted: auto-replied\r\n",
        "begin 644 x\r\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\r\n",
        "\r\n--",
        "charset=utf-7",
        "r+nepalreportfixturetoken2aa@reply.acip.example",
    ];

    private static readonly string[] ReplyWords =
    [
        "A1: 45",
        "B1: women 45, men 35",
        "B3: 45/120",
        "M2: 31/03/2026",
        "\u00A0%",
        "[A1: ",
        "]",
        "> ",
        "APPROVE",
        "NIL",
        "RAS",
        "n/a",
        "-- \n",
        "On 1 May 2026 X wrote:\n",
        "<blockquote>",
        "<td>",
        "&#x1F600;",
        "\u0664\u0665",
        "١٢",
    ];

    private static readonly string[] CsvWords =
    [
        ",",
        ";",
        "\t",
        "\"\"",
        "\"\n",
        "sep=;\n",
        "1,5",
        "1.5",
        "wave",
        "stratum",
        "officials",
        "=cmd|' /C'!A0",
    ];

    private static readonly string[] SheetWords =
    [
        "<c r=\"A1\" t=\"s\"><v>99999</v></c>",
        "<x:f>1+1</x:f>",
        "<row r=\"1048577\">",
        "r=\"XFE1\"",
        "<x:mergeCell ref=\"A1:B2\"/>",
        "&#0;",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "t=\"inlineStr\"",
        "s=\"4294967295\"",
    ];

    private static readonly string[] JsonWords = ["{\"a\":", "[", "]}", "\"\\ud800\"", "1e999", "\"id\":", ",,", "\"stream\":\"plan-gh\""];

    public static IReadOnlyDictionary<string, ForeignReader> All { get; } =
        new Dictionary<string, ForeignReader>
        {
            ["posts of the mail service"] = new(Mails(".post"), MailWords, post => Decide(InboundParsePost.Read(post, Post.ContentType))),
            ["mail files"] = new(Mails(".eml"), MailWords, file => Decide(MailFile.Read(file))),
            ["replies"] = new(Replies, ReplyWords, Reply),
            ["delivery events"] = new(
                [
                    Utf8(
                        """[{"sg_event_id":"e1","stream":"plan-gh","delivery":"mail|1","event":"bounce","reason":"550 unknown"},{"event":"open"}]"""
                    ),
                ],
                JsonWords,
                body => Expecting<JsonException>(() => MailDeliveryEvent.Read(body))
            ),
            ["plan documents"] = new([PlanDocument.Write(RuleCases.Right)], JsonWords, json => PlanDocument.Parse(json)),
            ["forms of figures"] = PackageParts.ReaderOf(
                Documents.Sample.Saved("filled-and-saved-by-libreoffice.xlsx"),
                SheetWords,
                file => Workflows.QuarterlyReports.Workbook.FiguresWorkbook.Read(file, Documents.Sample.Form)
            ),
            ["planning workbooks"] = PackageParts.ReaderOf(
                Workflows.ActionPlans.Workbook.PlanningWorkbook.Write(RuleCases.Right),
                SheetWords,
                file =>
                    Workflows.ActionPlans.Workbook.PlanningWorkbook.Read(
                        file,
                        RuleCases.Right,
                        Workflows.ActionPlans.Workbook.PlanningWorkbook.TicketFor(RuleCases.Right)
                    )
            ),
            ["workbooks of 1997"] = new(
                [Documents.Sample.Saved("filled-as-excel-97.xls")],
                [],
                file => Workflows.QuarterlyReports.Workbook.FiguresWorkbook.Read(file, Documents.Sample.Form)
            ),
            ["files of answers"] = new(Answers, CsvWords, Answer),
            ["registers of scores"] = new(
                [Utf8("wave,key_factor,group,n,mean,low,high\n2025,7,officials,240,3.42,3.3,3.54\n2025,8,private sector,40,3.1,2.9,3.3\n")],
                CsvWords,
                csv => CipsRegisterReader.Read(new MemoryStream(csv))
            ),
            ["registers of events"] = new(
                [Utf8("kind,title,start,end,administration,women,men\nworkshop,\"Leading, by example\",2026-03-02,2026-03-04,GH,12,14\n")],
                CsvWords,
                csv => EventRegisterReader.Read(new MemoryStream(csv), known: null, new DateOnly(2026, 11, 1))
            ),
            ["workbooks of answers"] = PackageParts.ReaderOf(Workbooks.Answers, SheetWords, Workbooks.ReadAnswers),
            ["ledgers"] = new([Utf8(Workbooks.Ledger)], CsvWords, csv => FinanceFileReader.Read(new("norad"), csv)),
            ["workbooks of ledgers"] = PackageParts.ReaderOf(
                Workbooks.OfLedger,
                SheetWords,
                file => FinanceFileReader.Read(new("norad"), file)
            ),
            ["figures of earlier years"] = new(
                [Utf8("period_start,period_end,item,value\n2024-01-01,2024-12-31,A1,3\n2025-01-01,2025-12-31,A1,\"4,5\"\n")],
                CsvWords,
                csv => HistoricFileReader.Read(csv)
            ),
            ["attached files"] = new(
                [
                    Documents.Sample.Saved("filled-as-excel-97.xls"),
                    Documents.Sample.Saved("filled-and-saved-by-libreoffice.xlsx"),
                    Utf8("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"),
                    [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
                ],
                ["PK\u0003\u0004", "%PDF-", "/JavaScript", "/Encrypt"],
                content => AttachmentRules.Judge(new ReceivedFile("evidence.pdf", "", content))
            ),
            ["exported rows"] = new(
                [
                    Utf8("""{"partition":"plan-gh","key":"plan","fact":{"state":"Draft","n":1.5},"version":3,"event":7,"salt":"AA=="}"""),
                    Utf8("""{"partition":"p","key":"k","properties":{"A":{"type":"Int64","value":"5"},"B":"text"}}"""),
                ],
                JsonWords,
                line => Expecting<FormatException>(() => PortableRow.Read(line))
            ),
            ["signatures of webhooks"] = new(
                [Utf8("MEUCIQDx6pVJ0zPNd\n1600112502\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O")],
                ["=", "-----BEGIN PUBLIC KEY-----", "\n", "MEUC"],
                Signature
            ),
        };

    private static byte[][] Replies =>
        [
            .. ReplyFixture
                .All.SelectMany(one => new[] { one.Text, one.Html })
                .OfType<string>()
                .Where(text => text.Length < 20_000)
                .Select(Utf8),
        ];

    private static byte[][] Answers =>
        [
            Utf8("stratum,group,q01a,q01b,comment\nborder,officials,3,4,\"x, \"\"y\"\"\nz\"\nhead-office,officials,1,,\n"),
            Utf8("sep=;\nstratum;q01a;comments\nborder;5;a \" b\n"),
        ];

    private static byte[][] Mails(string ending) =>
        [
            .. Fixtures
                .All.Where(one => one.File.EndsWith(ending, StringComparison.Ordinal))
                .Select(Fixtures.Bytes)
                .Where(mail => mail.Length < 60_000),
        ];

    private static void Decide(InboundReading reading)
    {
        if (reading is InboundReading.Message { Value: { } message })
        {
            Triage.Decide(message, Fixtures.Facts);
            AttachmentRules.Judge(message.Files);
            Reply(message.Text, message.Html);
        }
    }

    /// <summary>As plain text and as HTML, and as two halves of one mail.</summary>
    private static void Reply(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        Reply(text, null);
        Reply(null, text);
        Reply(text[..(text.Length / 2)], text[(text.Length / 2)..]);
    }

    private static void Reply(string? text, string? html)
    {
        foreach (Language language in Language.All)
        {
            ReplyReader.Read(ReplyText.Of(text, html), Documents.Sample.Form.Items, language);
        }
    }

    private static void Answer(byte[] file)
    {
        if (AnswerLayout.Read(file, Waves.Usual).Layout is not { } layout)
        {
            return;
        }

        byte[] part = file[layout.FirstByte..];
        int whole = RecordBounds.Cut(part, (byte)layout.Separator, layout.Columns.Count, isLast: true);
        new AnswerReader(Waves.Usual, layout).Read(part.AsMemory(0, whole), 2);
    }

    private static void Signature(byte[] bytes)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        WebhookSignature.IsGenuine(bytes, lines[0], lines.ElementAtOrDefault(1), lines[Math.Min(2, lines.Length)..]);
        WebhookSignature.IsReadableKey(lines[^1]);
    }

    /// <summary>What its callers take for "this is none", and answer.</summary>
    private static void Expecting<TRefusal>(Action read)
        where TRefusal : Exception
    {
        try
        {
            read();
        }
        catch (TRefusal) { }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
