using System.Diagnostics;
using System.Text;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Tests.Unit.Messaging.Mime;

/// <summary>A field that is folded ten thousand times costs as much as it is long, and no word of a body is lost.</summary>
public sealed class HeaderBoundsTests
{
    private const string Fold = " <a@b>\r\n";

    /// <summary>Where a header may stand; {0} is a field's value, folded.</summary>
    public static TheoryData<string> Places =>
        [
            "From: a@b.c\r\nReferences:\r\n{0}\r\nx\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX-Other:\r\n{0}\r\nx\r\n--b--\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n<odd>:\r\n{0}\r\nx\r\n--b--\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n{0}\r\nx\r\n--b--\r\n",
            "Content-Type: message/rfc822\r\n\r\nReferences:\r\n{0}\r\nx\r\n",
            "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\nReferences:\r\n{0}\r\nx\r\n--b--\r\n",
            "Content-Type: MESSAGE (x)\r\n / rfc822\r\n\r\nReferences:\r\n{0}\r\nx\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nX-One: 1\r\nReferences:\r\n{0}\r\nx\r\n--b--\r\n",
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Eight_times_the_length_never_takes_as_long_as_its_square(string place)
    {
        double small = double.MaxValue,
            large = double.MaxValue,
            ratio = double.MaxValue;
        // a busy machine may disturb some, and no lucky quotient counts; a square is 64
        for (int time = 0; time < 20 && ratio > 24; time++)
        {
            large = Math.Min(large, Best(place, 160_000));
            small = Math.Min(small, Best(place, 20_000));
            ratio = large / small;
        }

        Assert.True(ratio <= 24, $"{ratio:0.0} times as long");
    }

    [Fact]
    public void A_field_is_cut_and_the_next_one_and_the_body_are_as_they_were()
    {
        string long1 = string.Concat(Enumerable.Repeat(Fold, 20_000));
        WholeMail mail = WholeMail.Read(
            Encoding.UTF8.GetBytes($"References:\r\n{long1}Subject: Figures\r\n\r\nA1: 5\r\n{long1}--\r\nAma\r\n")
        );
        Assert.Equal("Figures", mail.Headers["Subject"]);
        Assert.InRange(mail.Headers["References"]!.Length, 1, HeaderBounds.LongestField);
        Assert.StartsWith("A1: 5", mail.Text, StringComparison.Ordinal);
        Assert.Equal(20_000, mail.Text!.Split("<a@b>").Length - 1);
        Assert.Contains("damaged", mail.Flaws);
        Assert.InRange(
            MailHeaders.Read($"References: {new string('x', 300_000)}\nTo: a@b.c")["References"]!.Length,
            1,
            HeaderBounds.LongestField
        );
        Assert.Equal("a@b.c", MailHeaders.Read($"References: {new string('x', 300_000)}\nTo: a@b.c")["To"]);
    }

    [Fact]
    public void What_has_no_such_field_is_untouched()
    {
        byte[] mail = Encoding.UTF8.GetBytes(
            $"From: a@b.c\r\n\r\n<style>\r\n-->\r\n{string.Concat(Enumerable.Repeat("  <td>indented</td>\r\n", 20_000))}</style>\r\n{new string('y', 300_000)}"
        );
        Assert.True(HeaderBounds.Apply(mail).Equals(mail));
    }

    private static double Best(string place, int times)
    {
        byte[] mail = Encoding.UTF8.GetBytes(place.Replace("{0}", string.Concat(Enumerable.Repeat(Fold, times)), StringComparison.Ordinal));
        double best = double.MaxValue;
        for (int time = 0; time < 3; time++)
        {
            long began = Stopwatch.GetTimestamp();
            WholeMail.Read(mail);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return best;
    }
}
