using System.Text;

namespace ACip.Workflows.Languages;

/// <summary>A text as a translator writes it, in ICU notation: words, {name}, {count, number}, {count, plural, one {# item} other {#
/// items}} and {role, select, officer {…} other {…}}.</summary>
/// <remarks>An apostrophe is a plain character, because French has one before every second placeholder; therefore braces cannot be
/// written, which no text needs. Written for .NET Standard, because the generator of the typed members uses this same file.</remarks>
internal sealed class TextPattern
{
    private readonly string _source;
    private int _at;

    private TextPattern(string source) => _source = source;

    public static IReadOnlyList<TextPart> Parse(string source)
    {
        var reader = new TextPattern(source);
        IReadOnlyList<TextPart> parts = reader.Parts(inChoice: false, within: null);
        return reader._at == source.Length ? parts : throw reader.Wrong("a closing brace too many");
    }

    /// <summary>The placeholders in a text, each with its kind.</summary>
    public static IReadOnlyDictionary<string, TextPartKind> Names(IReadOnlyList<TextPart> parts)
    {
        var names = new Dictionary<string, TextPartKind>(StringComparer.Ordinal);
        Collect(parts, names);
        return names;
    }

    private static void Collect(IReadOnlyList<TextPart> parts, Dictionary<string, TextPartKind> names)
    {
        foreach (TextPart part in parts)
        {
            if (part.Kind != TextPartKind.Words && (!names.TryGetValue(part.Text, out TextPartKind known) || known == TextPartKind.Value))
            {
                names[part.Text] = part.Kind;
            }

            foreach (KeyValuePair<string, IReadOnlyList<TextPart>> choice in part.Choices)
            {
                Collect(choice.Value, names);
            }
        }
    }

    private List<TextPart> Parts(bool inChoice, string? within)
    {
        var parts = new List<TextPart>();
        var words = new StringBuilder();
        while (_at < _source.Length && _source[_at] != '}')
        {
            char letter = _source[_at];
            if (letter == '{' || (letter == '#' && within is not null))
            {
                Flush(words, parts);
                _at++;
                parts.Add(letter == '{' ? Placeholder() : new TextPart(TextPartKind.Number, within!));
            }
            else
            {
                words.Append(letter);
                _at++;
            }
        }

        Flush(words, parts);
        return inChoice && _at == _source.Length ? throw Wrong("a closing brace is missing") : parts;
    }

    private TextPart Placeholder()
    {
        string name = Word();
        if (name.Length == 0)
        {
            throw Wrong("a placeholder without a name");
        }

        if (Next() == '}')
        {
            return new TextPart(TextPartKind.Value, name);
        }

        string kind = Word();
        char then = Next();
        return (kind, then) switch
        {
            ("number", '}') => new TextPart(TextPartKind.Number, name),
            ("plural", ',') => new TextPart(TextPartKind.Plural, name, Choices(name)),
            ("select", ',') => new TextPart(TextPartKind.Select, name, Choices(within: null)),
            _ => throw Wrong($"“{kind}” is none of number, plural, select"),
        };
    }

    private Dictionary<string, IReadOnlyList<TextPart>> Choices(string? within)
    {
        var choices = new Dictionary<string, IReadOnlyList<TextPart>>(StringComparer.Ordinal);
        while (true)
        {
            string choice = Word();
            char then = Next();
            if (then == '}' && choice.Length == 0)
            {
                return choices.ContainsKey("other") ? choices : throw Wrong("a choice without “other”");
            }

            if (then != '{' || choice.Length == 0)
            {
                throw Wrong("a choice without its text in braces");
            }

            choices[choice] = Parts(inChoice: true, within);
            _at++;
        }
    }

    private string Word()
    {
        Spaces();
        int start = _at;
        while (_at < _source.Length && (char.IsLetterOrDigit(_source[_at]) || _source[_at] is '_' or '=' or '-'))
        {
            _at++;
        }

        return _source.Substring(start, _at - start);
    }

    private char Next()
    {
        Spaces();
        return _at < _source.Length ? _source[_at++] : throw Wrong("a closing brace is missing");
    }

    private void Spaces()
    {
        while (_at < _source.Length && char.IsWhiteSpace(_source[_at]))
        {
            _at++;
        }
    }

    private static void Flush(StringBuilder words, List<TextPart> parts)
    {
        if (words.Length > 0)
        {
            parts.Add(new TextPart(TextPartKind.Words, words.ToString()));
            words.Clear();
        }
    }

    private FormatException Wrong(string what) => new($"{what}, at {_at} of: {_source}");
}
