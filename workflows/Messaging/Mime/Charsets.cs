using System.Text;
using UtfUnknown;

namespace ACip.Workflows.Messaging.Mime;

/// <summary>Decodes text by the charset that the sender declares, and says whether the result is reliable.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Mail that claims to be Latin-1 or ASCII is usually Windows-1252, of which both are subsets.</summary>
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Fewer bytes than this do not reveal a language.</summary>
    private const int EnoughToGuess = 12;

    private const int MostToGuess = 64 << 10;
    private const float SureEnough = 0.6f;

    /// <param name="name">As declared; null or empty where nothing is declared.</param>
    /// <returns>The text, and false where the name is unknown or the bytes are not in it: the text is then kept as well as it can be
    /// read.</returns>
    public static (string Text, bool Sound) Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        string normal = (name ?? "").Trim().Trim('"', '\'').ToLowerInvariant();
        if (normal.Length == 0 || normal is "us-ascii" or "ascii" or "default")
        {
            return (Undeclared(bytes), true);
        }

        if (Find(normal) is not { } encoding)
        {
            return (Undeclared(bytes), false);
        }

        try
        {
            return (WithoutMark(encoding.GetString(bytes)), true);
        }
        catch (DecoderFallbackException)
        {
            return (Undeclared(bytes), false);
        }
    }

    /// <summary>UTF-8 if valid, otherwise guessed from the letters, otherwise Windows-1252: hardly any other text is valid UTF-8 by
    /// accident.</summary>
    public static string Undeclared(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        }

        try
        {
            string text = StrictUtf8.GetString(bytes);
            // Japanese and Chinese mail has seven-bit charsets of its own, which are valid as anything
            return bytes.Contains((byte)0x1B) && Guessed(bytes) is { } escaped ? escaped.GetString(bytes) : WithoutMark(text);
        }
        catch (DecoderFallbackException)
        {
            return (Guessed(bytes) ?? Western).GetString(bytes);
        }
    }

    private static Encoding? Guessed(ReadOnlySpan<byte> bytes)
    {
        int telling = 0;
        foreach (byte c in bytes)
        {
            telling += c is >= 0x80 or 0x1B ? 1 : 0;
        }

        if (telling < EnoughToGuess && !bytes.Contains((byte)0x1B))
        {
            return null;
        }

        DetectionDetail? best = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, MostToGuess)].ToArray()).Detected;
        if (best is not { Confidence: >= SureEnough, EncodingName: { } name } || Find(name.ToLowerInvariant()) is not { } found)
        {
            return null;
        }

        var guessed = (Encoding)found.Clone();
        guessed.DecoderFallback = DecoderFallback.ReplacementFallback; // a guess cannot fail
        return guessed;
    }

    private static Encoding? Find(string name)
    {
        switch (name)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return StrictUtf8;
            case "iso-8859-1" or "latin1" or "latin-1" or "windows-1252" or "cp1252" or "cp-1252" or "ansi_x3.4-1968":
                return Western;
            case "utf-7" or "unicode-1-1-utf-7":
                return null; // hides what it says from every check before ours
        }

        if (name.Length > 40)
        {
            return null;
        }

        try
        {
            // the provider is asked first, without registering it for the whole process
            return Strict(CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding Strict(Encoding known)
    {
        var strict = (Encoding)known.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;
}
