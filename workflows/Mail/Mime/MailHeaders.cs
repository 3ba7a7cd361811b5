using System.Text;

namespace ACip.Workflows.Mail.Mime;

/// <summary>The header fields of a message or part, in order, unfolded, with encoded words still as they came.</summary>
public sealed record MailHeaders(IReadOnlyList<MailHeader> Fields)
{
    private const int MostFields = 1_000;
    private const int LongestValue = 100_000;

    public static MailHeaders None { get; } = new([]);

    /// <summary>The first of that name, trimmed, not decoded; null where there is none.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    public IEnumerable<string> All(string name) =>
        Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    public static MailHeaders Read(string block)
    {
        var fields = new List<MailHeader>();
        string? name = null;
        var value = new StringBuilder();
        foreach (ReadOnlySpan<char> ended in block.AsSpan().EnumerateLines())
        {
            if (ended.Length > 0 && ended[0] is ' ' or '\t')
            {
                Append(ended);
                continue;
            }

            Keep();
            int colon = ended.IndexOf(':');
            name = colon > 0 && !ended[..colon].TrimEnd().ContainsAny(" \t") ? ended[..colon].TrimEnd().ToString() : null;
            Append(colon < 0 ? [] : ended[(colon + 1)..]);
        }

        Keep();
        return new MailHeaders(fields);

        void Append(ReadOnlySpan<char> text)
        {
            if (value.Length < LongestValue)
            {
                value.Append(text[..Math.Min(text.Length, LongestValue)]);
            }
        }

        void Keep()
        {
            if (name is not null && fields.Count < MostFields)
            {
                fields.Add(new MailHeader(name, value.ToString().Trim()));
            }

            value.Clear();
            name = null;
        }
    }
}

public sealed record MailHeader(string Name, string Value);
