namespace ACip.Workflows.Languages;

/// <summary>A value for a placeholder: words, numbers, dates or further texts, which each language writes in its own way.</summary>
public readonly struct TextArgument
{
    private readonly object? _value;

    private TextArgument(object? value) => _value = value;

    public static implicit operator TextArgument(string? words) => new(words);

    public static implicit operator TextArgument(Text? text) => new(text);

    public static implicit operator TextArgument(int number) => new((decimal)number);

    public static implicit operator TextArgument(int? number) => new((decimal?)number);

    public static implicit operator TextArgument(decimal? number) => new(number);

    public static implicit operator TextArgument(long number) => new((decimal)number);

    public static implicit operator TextArgument(decimal number) => new(number);

    public static implicit operator TextArgument(DateOnly day) => new(day);

    /// <summary>One, two and three.</summary>
    public static TextArgument List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return new(Text.For(language => language.Culture.List([.. all.Select(item => Bidi.Isolated(item, language))])));
    }

    internal decimal Number => _value is decimal number ? number : throw new InvalidOperationException($"“{_value}” is no number.");

    internal string In(Language language) =>
        _value switch
        {
            Text text => text.In(language),
            decimal number => Figures.Plain(number),
            DateOnly day => new DateWords(language, "UTC").Day(day),
            string words => words,
            _ => "",
        };
}
