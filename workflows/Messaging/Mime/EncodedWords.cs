using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>RFC 2047: <c>=?charset?B?...?=</c> in headers.</summary>
internal static class EncodedWords
{
    public static string Decode(string header) =>
        header.Contains("=?", StringComparison.Ordinal)
            ? Rfc2047.DecodeText(ParserOptions.Default, Encoding.UTF8.GetBytes(header))
            : header;
}
