using System.Net.Mail;
using System.Security.Cryptography;
using ACip.Workflows.Configuration;

namespace ACip.Workflows.Messaging;

internal sealed class MailOptionsRules : SettingRules<MailOptions>
{
    protected override IEnumerable<string> Wrong(MailOptions mail)
    {
        if (!SettingValue.IsSecret(mail.TokenSecret) || mail.TokenSecret.Length < 32)
        {
            yield return "Mail__TokenSecret has less than 32 characters, or is a key vault reference that could not be resolved; every token derives from it. "
                + "Set it to what 'openssl rand -base64 48' gives; on Azure as the secret Mail-TokenSecret in the key vault.";
        }

        if (!SettingValue.IsWebAddress(mail.PublicUrl))
        {
            yield return "Mail__PublicUrl is no web address. Set it to where people reach the pages, such as https://acip.example.org, without a slash at the end.";
        }

        foreach ((string setting, string domain) in new[] { ("Mail__Domain", mail.Domain), ("Mail__ReplyDomain", mail.ReplyDomain) })
        {
            if (!SettingValue.IsDomain(domain))
            {
                yield return $"{setting} is no domain name. Set it to one that the mail service sends from or receives for, such as acip.example.org.";
            }
        }

        if (!MailAddress.TryCreate(mail.FromAddress, out MailAddress? from) || from.Address != mail.FromAddress)
        {
            yield return "Mail__FromAddress is not one plain mail address. Set it to the sender of our mail, such as programme@acip.example.org; the name goes into Mail__FromName.";
        }

        if (mail.HeartbeatHours is < 25 or > 24 * 14)
        {
            yield return "Mail__HeartbeatHours is less than 25 or more than 336. A test mail is sent once a day: set it to how many hours may pass without one coming back, such as 26.";
        }

        if (mail.Rehearsal.Length > 40 || mail.Rehearsal.Any(char.IsControl))
        {
            yield return "Mail__Rehearsal is longer than 40 characters, or has a line break. Set it to a short name of this deployment, such as TEST; to nothing in production.";
        }

        if (mail.Rehearsal.Length == 0 && mail.OnlyTo.Length > 0)
        {
            yield return "Mail__OnlyTo is set, but Mail__Rehearsal is not: in production mail goes to everybody. Set Mail__Rehearsal to the name of this deployment, or Mail__OnlyTo to nothing.";
        }

        foreach (string one in MailOptions.Keys(mail.OnlyTo))
        {
            if (
                one[0] == '@'
                    ? !SettingValue.IsDomain(one[1..])
                    : !MailAddress.TryCreate(one, out MailAddress? sound) || sound.Address != one
            )
            {
                yield return $"Mail__OnlyTo holds {one}, which is neither a mail address nor a domain such as @acip.example.org.";
            }
        }

        foreach (
            (string setting, string keys) in new[]
            {
                ("Mail__InboundPublicKey", mail.InboundPublicKey),
                ("Mail__EventsPublicKey", mail.EventsPublicKey),
            }
        )
        {
            if (!MailOptions.Keys(keys).All(IsPublicKey))
            {
                yield return $"{setting} holds something that is no public key. Copy it from the mail service's page of that webhook, without the lines BEGIN and END; two during a rotation, with a space between; none until there is one.";
            }
        }
    }

    private static bool IsPublicKey(string key)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return true;
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
