using System.IO.Compression;
using System.Text;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class AttachmentRulesTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void A_workbook_is_recognised_by_its_content_whatever_its_name()
    {
        AttachmentFinding finding = AttachmentRules.Judge(File("picture.png", Zip("[Content_Types].xml", "xl/workbook.xml")));
        Assert.True(finding.IsWorkbook);
        Assert.Matches("^[0-9a-f]{64}$", finding.Sha256);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("XL\\VBAPROJECT.BIN")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    [InlineData("word/activeX/activeX1.xml")]
    public void A_macro_is_found_inside_a_file_that_calls_itself_harmless(string part) =>
        Assert.Equal(AttachmentReasons.Macros, AttachmentRules.Judge(File("report.xlsx", Zip("xl/workbook.xml", part))).Refusal);

    [Fact]
    public void A_macro_is_found_by_the_content_types_even_if_its_part_has_another_name() =>
        Assert.Equal(
            AttachmentReasons.Macros,
            AttachmentRules
                .Judge(
                    File(
                        "a.xlsx",
                        Zip(
                            ("xl/workbook.xml", ""),
                            ("[Content_Types].xml", "<Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>")
                        )
                    )
                )
                .Refusal
        );

    [Fact]
    public void Old_Office_files_are_refused_with_the_reason_that_helps()
    {
        Assert.Equal(AttachmentReasons.OldOffice, Refusal([.. Ole, .. new byte[600]]));
        Assert.Equal(AttachmentReasons.Macros, Refusal([.. Ole, .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]));
        Assert.Equal(AttachmentReasons.Password, Refusal([.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Fact]
    public void Kinds_come_from_content()
    {
        Assert.Equal(FileKind.Pdf, Kind("%PDF-1.7 ..."u8.ToArray()));
        Assert.Equal(FileKind.Png, Kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        Assert.Equal(FileKind.Jpeg, Kind([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(FileKind.Docx, Kind(Zip("word/document.xml")));
        Assert.Equal(FileKind.Text, Kind("décision n° 12"u8.ToArray()));
        Assert.Equal(FileKind.Csv, AttachmentRules.Judge(File("a.CSV", "a;b\n1;2"u8.ToArray())).Kind);
    }

    [Fact]
    public void What_pretends_to_be_text_or_a_document_is_refused()
    {
        Assert.Equal(AttachmentReasons.KindNotAccepted, Refusal("<html><script>"u8.ToArray()));
        Assert.Equal(AttachmentReasons.KindNotAccepted, Refusal("MZ\0\0"u8.ToArray()));
        Assert.Equal(AttachmentReasons.KindNotAccepted, Refusal("#!/bin/sh"u8.ToArray()));
        Assert.Equal(AttachmentReasons.KindNotAccepted, Refusal(Zip("evil.exe")));
        Assert.Equal(AttachmentReasons.KindNotAccepted, Refusal("MZ\0\0 %PDF-1.7"u8.ToArray()));
        Assert.Equal(AttachmentReasons.Damaged, Refusal("PK\u0003\u0004 and no more"u8.ToArray()));
        Assert.Equal(AttachmentReasons.Damaged, Refusal(Zip("xl/workbook.xml", "xl/Workbook.xml")));
        Assert.Equal(AttachmentReasons.Empty, Refusal([]));
        Assert.Equal(AttachmentReasons.TooLarge, Refusal(new byte[AttachmentRules.LargestFile + 1]));
    }

    [Fact]
    public void The_twenty_first_file_is_one_too_many()
    {
        var findings = AttachmentRules.Judge([.. Enumerable.Repeat(File("a.txt", "a"u8.ToArray()), 21)]);
        Assert.All(findings.Take(20), finding => Assert.Null(finding.Refusal));
        Assert.Equal(AttachmentReasons.TooMany, findings[20].Refusal);
    }

    [Fact]
    public void A_logo_in_a_signature_is_no_evidence() =>
        Assert.Equal(
            AttachmentReasons.Decoration,
            AttachmentRules.Judge(new ReceivedFile("logo.jpg", "image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF }, Inline: true)).Refusal
        );

    [Theory]
    [InlineData("..\\..\\windows\\a.txt", "a.txt")]
    [InlineData("/etc/passwd", "passwd.txt")]
    [InlineData("re\u202Etxt.exe", "retxt.exe.txt")]
    [InlineData("", "file.txt")]
    [InlineData("...", "file.txt")]
    [InlineData("a\r\nb.TXT", "ab.TXT")]
    public void Names_are_made_safe_and_fit_their_content(string name, string expected) =>
        Assert.Equal(expected, AttachmentRules.Judge(File(name, "x"u8.ToArray())).Name);

    [Fact]
    public void Every_reason_is_written_in_three_languages_and_says_three_things()
    {
        foreach (Text text in AttachmentReasons.All.Select(AttachmentReasons.Text).Concat(TriageReasons.All.Select(TriageReasons.Text)))
        {
            Assert.Equal(3, new[] { text.En, text.Fr, text.Es }.Where(words => words.Length > 5).Distinct().Count());
        }
    }

    [Fact]
    public void Every_reason_that_is_named_has_a_text_and_no_text_is_without_a_name()
    {
        Assert.Equal(Named(typeof(TriageReasons)), TriageReasons.All.Order());
        Assert.Equal(Named(typeof(AttachmentReasons)), AttachmentReasons.All.Order());

        static IEnumerable<string> Named(Type type) =>
            type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order();
    }

    private static string? Refusal(byte[] content) => AttachmentRules.Judge(File("report.pdf", content)).Refusal;

    private static FileKind Kind(byte[] content) => AttachmentRules.Judge(File("x.exe", content)).Kind;

    private static ReceivedFile File(string name, byte[] content) => new(name, "application/octet-stream", content);

    private static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, ""))]);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
