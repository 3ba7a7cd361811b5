using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Names used by mail systems, with or without an address.</summary>
internal static class Daemons
{
    private static readonly HashSet<string> Locals = new(StringComparer.Ordinal)
    {
        "mailer-daemon",
        "mailerdaemon",
        "postmaster",
        "mail-daemon",
        "maildaemon",
        "mdaemon",
        "noreply-bounce",
        "bounce",
        "bounces",
        "mail-delivery",
        "delivery",
        "double-bounce",
        "mailerdaemon-bounce",
    };

    // csharpier-ignore
    private static readonly string[] Names =
    [
        "mailer-daemon", "mailer daemon", "mailerdaemon", "mail-daemon", "maildaemon", "mail delivery subsystem", "mail delivery system",
        "mail delivery service", "mail administrator", "postmaster", "internet mail delivery", "microsoft outlook", "mdaemon",
        "systeme de distribution du courrier", "sous-systeme de remise", "subsistema de entrega de correo", "sistema de entrega de correo",
    ];

    /// <param name="from">A From header as it came.</param>
    public static bool Is(string from)
    {
        if (Mailboxes.Read(from) is [var sender])
        {
            return IsAddress(sender.Address);
        }

        // "MAILER-DAEMON <>", "<MAILER-DAEMON>", "Mail Delivery Subsystem": a name, and no address that anybody could have
        string text = CleanText.Fold(EncodedWords.Decode(from)).Trim();
        return !text.Contains('@', StringComparison.Ordinal) && Array.Exists(Names, name => text.Contains(name, StringComparison.Ordinal));
    }

    public static bool IsAddress(string address)
    {
        int at = address.LastIndexOf('@');
        return Locals.Contains((at < 0 ? address : address[..at]).Trim('<', '>', ' ', '"').ToLowerInvariant());
    }
}
