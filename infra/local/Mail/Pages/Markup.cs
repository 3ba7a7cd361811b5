using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace ACip.Local.Mail.Pages;

/// <summary>HTML that is safe to send. Everything put into it is encoded, unless it is Markup itself.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Of(Writer written) => new(written.ToString());

    public static Markup When(bool condition, Markup then) => condition ? then : default;

    public override string ToString() => Text ?? "";

    [InterpolatedStringHandler]
    internal readonly ref struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(string? value) => text.Append(WebUtility.HtmlEncode(value));

        public void AppendFormatted(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup value) => text.Append(value);

        public void AppendFormatted(IEnumerable<Markup> values)
        {
            foreach (Markup value in values)
            {
                text.Append(value);
            }
        }

        public override string ToString() => text.ToString();
    }
}
