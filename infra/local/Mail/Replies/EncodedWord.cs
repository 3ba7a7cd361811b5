using System.Text;

namespace ACip.Local.Mail.Replies;

/// <summary>Header text beyond ASCII, as RFC 2047 writes it.</summary>
internal static class EncodedWord
{
    public static string Of(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return text;
        }

        // 45 bytes make 60 letters: with the frame within the 75 that one word may have
        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (Rune rune in text.EnumerateRunes())
        {
            byte[] letter = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + letter.Length > 45)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(letter);
        }

        words.Add(Word(bytes));
        return string.Join(' ', words);
    }

    public static string Of(MailAddress address) =>
        address.Name is { } name && name.Any(letter => letter > '~') ? $"{Of(name)} <{address.Email}>" : address.ToString();

    private static string Word(List<byte> bytes) => $"=?UTF-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
