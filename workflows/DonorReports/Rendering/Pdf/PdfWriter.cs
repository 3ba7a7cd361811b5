using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>The objects of a PDF 1.7 file, one after the other, and the table that finds them. Streams are not deflated: deflate differs
/// between runtimes, and a report must not.</summary>
internal sealed class PdfWriter(Stream output)
{
    private readonly List<long> places = [0];
    private long written;

    public void Begin() => Put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <returns>A number for an object that others may name before it is written.</returns>
    public int Reserve()
    {
        places.Add(0);
        return places.Count - 1;
    }

    public void Write(int number, string content)
    {
        places[number] = written;
        Put($"{Plain(number)} 0 obj\n{content}\nendobj\n");
    }

    public int Write(string content)
    {
        int number = Reserve();
        Write(number, content);
        return number;
    }

    public void WriteStream(int number, string entries, byte[] content)
    {
        places[number] = written;
        Put($"{Plain(number)} 0 obj\n<< {entries}/Length {Plain(content.Length)} >>\nstream\n");
        Put(content);
        Put("\nendstream\nendobj\n");
    }

    /// <param name="about">What the file is: its identifier is made of that, for a rendering has no chance.</param>
    public void End(int root, int info, string about)
    {
        long table = written;
        var text = new StringBuilder($"xref\n0 {Plain(places.Count)}\n0000000000 65535 f \n");
        foreach (long place in places.Skip(1))
        {
            text.Append(place.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        string id = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(about)).AsSpan(0, 16));
        text.Append(
            $"trailer\n<< /Size {Plain(places.Count)} /Root {Plain(root)} 0 R /Info {Plain(info)} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table.ToString(CultureInfo.InvariantCulture)}\n%%EOF\n"
        );
        Put(text.ToString());
    }

    /// <summary>A text for readers, in UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Plain(decimal number) =>
        Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private void Put(string text) => Put(Encoding.Latin1.GetBytes(text));

    private void Put(byte[] bytes)
    {
        output.Write(bytes);
        written += bytes.Length;
    }
}
