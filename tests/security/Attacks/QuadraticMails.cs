using System.Diagnostics;
using System.Net;
using System.Text;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class QuadraticMails : IAttack
{
    /// <summary>Eight times as much takes eight times as long, or thrice that where memory is cleared meanwhile or others use the machine;
    /// a square takes sixty-four times.</summary>
    private const double MostRatio = 24;

    private const int Growth = 8;

    /// <summary>How many of the shapes, from the first on.</summary>
    public int Shapes { get; init; } = int.MaxValue;

    public string Name => "Mails that take long to read";

    public string Tries =>
        "Nested and numerous parts, huge headers, quoted-printable and base64 bombs, endless lines of quote and reply marks, each in two sizes";

    public string MustHold =>
        "A mail of eight times the size takes about eight times as long, never sixty-four; each is taken and nothing falls over";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        AskedReport report = programme.Victim;
        foreach ((string what, int size, Func<int, byte[]> build) in ShapesFor(report).Take(Shapes))
        {
            double small = double.MaxValue,
                large = double.MaxValue;
            // once more where it looks bad: what else the machine does only ever adds
            for (int round = 0; round < 2 && (round == 0 || large / small > MostRatio); round++)
            {
                small = Math.Min(small, await BestOfAsync(programme, report, () => build(size), tally, what));
                large = Math.Min(large, await BestOfAsync(programme, report, () => build(size * Growth), tally, what));
            }

            tally.Try(
                large / small <= MostRatio,
                $"{what}: eight times the size took {large / small:0.0} times as long ({small * 1000:0} ms, {large * 1000:0} ms)"
            );
        }
    }

    /// <summary>The shortest of three.</summary>
    private static async Task<double> BestOfAsync(Programme programme, AskedReport report, Func<byte[]> build, Tally tally, string what)
    {
        double best = double.MaxValue;
        for (int time = 0; time < 3; time++)
        {
            byte[] mail = build();
            long began = Stopwatch.GetTimestamp();
            HttpStatusCode status = await programme.Mail.SendRawAsync(report.Address, report.Ask.ReplyTo, mail);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
            tally.Try(status == HttpStatusCode.OK, $"{what}: {(int)status}");
        }

        return best;
    }

    private static IEnumerable<(string What, int Size, Func<int, byte[]> Build)> ShapesFor(AskedReport report)
    {
        string Head(string type, string more = "") =>
            $"From: {report.Address}\r\nTo: {report.Ask.ReplyTo}\r\nSubject: Re: figures\r\nMessage-ID: <{Guid.NewGuid():N}@x.example>\r\n{more}MIME-Version: 1.0\r\nContent-Type: {type}\r\n";
        byte[] Plain(string text, string encoding = "8bit") =>
            Bytes($"{Head("text/plain; charset=utf-8")}Content-Transfer-Encoding: {encoding}\r\n\r\n{text}\r\n");
        return
        [
            ("parts in parts", 1_000, size => Nested(Head("multipart/mixed; boundary=b0"), size)),
            (
                "thousands of parts",
                5_000,
                size =>
                    Bytes(
                        $"{Head("multipart/mixed; boundary=b")}\r\n{Repeat("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n", size)}--b--\r\n"
                    )
            ),
            ("thousands of headers", 20_000, size => Bytes($"{Head("text/plain", Repeat("X-More: of this\r\n", size))}\r\nx\r\n")),
            (
                "one endless header",
                150_000,
                size =>
                    Bytes(
                        $"{Head("text/plain", $"X-Long: {Repeat(" =?utf-8?q?a?=", size / 10)}\r\nReferences:{Repeat("\r\n <a@b>", size / 10)}\r\n")}\r\nx\r\n"
                    )
            ),
            ("quoted-printable", 40_000, size => Plain(Repeat("=3D=\r\n", size), "quoted-printable")),
            ("base64", 300_000, size => Plain(Repeat("QUFB ", size / 5), "base64")),
            ("quote marks", 100_000, size => Plain(new string('>', size))),
            ("lines of quote marks", 40_000, size => Plain(Repeat("> \r\n", size / 2))),
            ("reply marks", 125_000, size => Plain(Repeat("On Mon, 1 Jan 2026 at 10:00, X wrote:\r\n", size / 20))),
            ("marks of original messages", 100_000, size => Plain(Repeat("-----Original Message-----\r\nFrom: x\r\n", size / 20))),
            ("spaces and codes", 150_000, size => Plain(Repeat($"{report.Number}: 1 ", size / 10))),
            ("HTML in HTML", 50_000, size => Bytes($"{Head("text/html; charset=utf-8")}\r\n{Repeat("<div><blockquote>", size / 4)}x\r\n")),
        ];
    }

    private static byte[] Nested(string head, int depth)
    {
        var mail = new StringBuilder(head).Append("\r\n");
        for (int at = 0; at < depth; at++)
        {
            mail.Append("--b").Append(at).Append("\r\nContent-Type: multipart/mixed; boundary=b").Append(at + 1).Append("\r\n\r\n");
        }

        return Bytes(mail.ToString());
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
