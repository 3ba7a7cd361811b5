using System.Buffers;
using System.Text.RegularExpressions;

namespace ACip.Local.Mail;

/// <summary>An e-mail address and, perhaps, whose it is.</summary>
public sealed partial record MailAddress(string Email, string? Name = null)
{
    public string Domain => Email[(Email.LastIndexOf('@') + 1)..];

    /// <summary>local@domain: ASCII, at most 64 characters before the @ and 254 in all, a dot in the domain.</summary>
    public bool IsValid => Email.Length <= 254 && Address().IsMatch(Email) && !HasControl(Name);

    /// <summary>As people read it: Name &lt;address&gt;, the name quoted where it holds specials.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(Name)
            ? Email
            : $"{(Name.AsSpan().ContainsAny(Specials) ? $"\"{Name.Replace("\\", @"\\").Replace("\"", "\\\"")}\"" : Name)} <{Email}>";

    /// <summary>Reads what ToString writes; the text as a whole is the address if there are no angle brackets.</summary>
    public static MailAddress Parse(string text)
    {
        int open = text.LastIndexOf('<');
        int close = text.LastIndexOf('>');
        if (open < 0 || close < open)
        {
            return new MailAddress(text.Trim());
        }

        string name = text[..open].Trim();
        if (name.Length > 1 && name[0] == '"' && name[^1] == '"')
        {
            name = name[1..^1].Replace("\\\"", "\"").Replace(@"\\", "\\");
        }

        return new MailAddress(text[(open + 1)..close].Trim(), name.Length == 0 ? null : name);
    }

    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    private static bool HasControl(string? text) => text is not null && text.Any(char.IsControl);

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*(?<=\A.{1,64})@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
