namespace ACip.Workflows.Documents;

/// <summary>How a cell's number format displays the stored number.</summary>
internal enum ShownAs
{
    /// <summary>As stored, whatever text the format adds.</summary>
    Number,

    /// <summary>Multiplied by a hundred: 45 % is stored as 0.45.</summary>
    Percent,

    /// <summary>As a date or time: 3/4 was typed and became the fourth of March.</summary>
    Date,

    /// <summary>Depends on the number, or a sign occurs twice.</summary>
    Unclear,
}

/// <summary>Reads the codes of number formats, such as <c>0.0"%";[Red]-0.0"%"</c>, as Excel does.</summary>
internal static class NumberFormat
{
    public static ShownAs Of(string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Equals("General", StringComparison.OrdinalIgnoreCase))
        {
            return ShownAs.Number;
        }

        List<Section> sections = Sections(code);
        // where a condition chooses the section, all that show a number must agree; else the first is for what is above nothing
        bool conditional = sections.Exists(section => section.HasCondition);
        ShownAs[] shown =
        [
            .. (conditional ? sections.Where(section => section.ShowsNumber) : sections.Take(1))
                .Select(section => section.Shown)
                .Distinct(),
        ];
        return shown.Length switch
        {
            0 => ShownAs.Number,
            1 => shown[0],
            _ => ShownAs.Unclear,
        };
    }

    private sealed record Section(int Percents, bool Date, bool ShowsNumber, bool HasCondition)
    {
        public ShownAs Shown =>
            Percents switch
            {
                1 => ShownAs.Percent,
                > 1 => ShownAs.Unclear,
                _ => Date ? ShownAs.Date : ShownAs.Number,
            };
    }

    private static List<Section> Sections(string code)
    {
        var sections = new List<Section>();
        int percents = 0;
        bool date = false,
            number = false,
            condition = false;
        for (int at = 0; at <= code.Length; at++)
        {
            char c = at < code.Length ? code[at] : ';';
            switch (c)
            {
                case ';':
                    sections.Add(new Section(percents, date && percents == 0, number || date, condition));
                    (percents, date, number, condition) = (0, false, false, false);
                    break;
                case '"':
                    at = After(code, at, '"'); // words
                    break;
                case '\\' or '_' or '*':
                    at++; // the next sign is written, left out as a space, or repeated
                    break;
                case '[':
                    int end = After(code, at, ']');
                    string inside = code[(at + 1)..Math.Min(end, code.Length)];
                    condition |= inside.StartsWith('<') || inside.StartsWith('>') || inside.StartsWith('=');
                    date |= inside is "h" or "hh" or "m" or "mm" or "s" or "ss" or "H" or "HH";
                    at = end;
                    break;
                case '%':
                    percents++;
                    break;
                case '0' or '#' or '?':
                    number = true;
                    break;
                case 'G' or 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    number = true;
                    at += "General".Length - 1;
                    break;
                case 'E' or 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-':
                    at++; // a power of ten
                    break;
                case 'd' or 'D' or 'y' or 'Y' or 'm' or 'M' or 'h' or 'H' or 's' or 'S':
                    date = true;
                    break;
            }
        }

        return sections;
    }

    /// <returns>Where the sign stands that ends what begins here.</returns>
    private static int After(string code, int from, char sign) => code.IndexOf(sign, from + 1) is >= 0 and var end ? end : code.Length;
}
