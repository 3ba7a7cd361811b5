using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>Reads a PDF as assistive software does: by its tags, in their order, letters by the font's map to Unicode.</summary>
internal sealed partial class PdfReader
{
    private readonly Dictionary<int, string> objects = [];
    private readonly Dictionary<(int Page, int Mark), string> marked = [];

    public PdfReader(byte[] bytes)
    {
        File = Encoding.Latin1.GetString(bytes);
        foreach (Match place in Place().Matches(File[File.LastIndexOf("\nxref\n", StringComparison.Ordinal)..]))
        {
            int at = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            Match head = Head().Match(File, at);
            Assert.Equal(at, head.Index);
            int end = File.IndexOf("\nendobj\n", at, StringComparison.Ordinal);
            objects.Add(int.Parse(head.Groups[1].ValueSpan, CultureInfo.InvariantCulture), File[(at + head.Length)..end]);
        }

        Dictionary<string, Dictionary<string, string>> letters = [];
        foreach ((int number, string page) in objects.Where(one => one.Value.StartsWith("<< /Type /Page /", StringComparison.Ordinal)))
        {
            foreach (Match font in Font().Matches(page))
            {
                letters.TryAdd(font.Groups[1].Value, LettersOf(Reference(font.Groups[2].Value)));
            }

            ReadPage(number, objects[Reference(Regex.Match(page, @"/Contents (\d+)").Groups[1].Value)], letters);
        }
    }

    public string File { get; }

    public int Pages => objects.Values.Count(one => one.StartsWith("<< /Type /Page /", StringComparison.Ordinal));

    public IEnumerable<string> Objects => objects.Values;

    /// <summary>Counted from 1: where the bookmark of this name leads.</summary>
    public int PageOf(string bookmark)
    {
        string title = $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(bookmark))}>";
        string entry = objects.Values.Single(one => one.Contains(title, StringComparison.Ordinal));
        string pages = objects.Values.Single(one => one.StartsWith("<< /Type /Pages ", StringComparison.Ordinal));
        string[] order = [.. Regex.Matches(pages, @"(\d+) 0 R").Select(page => page.Groups[1].Value)];
        return Array.IndexOf(order, Regex.Match(entry, @"/Dest \[(\d+) 0 R").Groups[1].Value) + 1;
    }

    /// <summary>Every element with its tag and all the text in it, from the beginning to the end.</summary>
    public IEnumerable<(string Tag, string Text, string Entries)> Elements()
    {
        string root = objects.Values.Single(one => one.StartsWith("<< /Type /StructTreeRoot", StringComparison.Ordinal));
        return Walk(Reference(Regex.Match(root, @"/K \[(\d+)").Groups[1].Value));
    }

    private IEnumerable<(string Tag, string Text, string Entries)> Walk(int number)
    {
        string entries = objects[number];
        string tag = Regex.Match(entries, @"/S /(\w+)").Groups[1].Value;
        yield return (tag, TextOf(number), entries);
        foreach (int kid in Kids(entries))
        {
            foreach (var inner in Walk(kid))
            {
                yield return inner;
            }
        }
    }

    private string TextOf(int number)
    {
        var text = new StringBuilder();
        foreach (Match kid in Kid().Matches(KidsOf(objects[number])))
        {
            text.Append(
                kid.Groups[1].Success
                    ? marked[(Reference(kid.Groups[1].Value), Reference(kid.Groups[2].Value))]
                    : TextOf(Reference(kid.Groups[3].Value))
            );
        }

        return text.ToString();
    }

    private static IEnumerable<int> Kids(string entries) =>
        Kid().Matches(KidsOf(entries)).Where(kid => kid.Groups[3].Success).Select(kid => Reference(kid.Groups[3].Value));

    private static string KidsOf(string entries) => Regex.Match(entries, @"/K \[([^\]]*)\]").Groups[1].Value;

    private void ReadPage(int page, string content, Dictionary<string, Dictionary<string, string>> letters)
    {
        (int? mark, string font) = (null, "");
        foreach (Match step in Step().Matches(content))
        {
            if (step.Groups["mark"].Success)
            {
                mark = Reference(step.Groups["mark"].Value);
                marked.Add((page, mark.Value), "");
            }
            else if (step.Groups["font"].Success)
            {
                font = step.Groups["font"].Value;
                string shown = step.Groups["text"].Value;
                if (mark is { } known)
                {
                    marked[(page, known)] += string.Concat(shown.Chunk(4).Select(glyph => letters[font][new string(glyph)]));
                }
            }
            else
            {
                mark = null;
            }
        }
    }

    private Dictionary<string, string> LettersOf(int font) =>
        Letter()
            .Matches(objects[Reference(Regex.Match(objects[font], @"/ToUnicode (\d+)").Groups[1].Value)])
            .ToDictionary(
                match => match.Groups[1].Value,
                match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value))
            );

    private static int Reference(string number) => number.Length == 0 ? 0 : int.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Place();

    [GeneratedRegex(@"(\d+) 0 obj\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"/(F\d) (\d+) 0 R")]
    private static partial Regex Font();

    [GeneratedRegex(@"<< /Type /MCR /Pg (\d+) 0 R /MCID (\d+) >>|(\d+) 0 R")]
    private static partial Regex Kid();

    [GeneratedRegex(@"^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Letter();

    [GeneratedRegex(@"/MCID (?<mark>\d+) >> BDC|BT /(?<font>F\d) \S+ Tf [^<]*<(?<text>[0-9A-F]*)> Tj ET|EMC")]
    private static partial Regex Step();
}
