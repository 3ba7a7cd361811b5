namespace ACip.Workflows.Messaging;

/// <summary>Where our mail comes from, and how replies are recognised. Bound from the configuration section "Mail".</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Domain of our Message-IDs and of the sender's address.</summary>
    public string Domain { get; set; } = "acip.example";

    /// <summary>Domain whose MX is the mail service's Inbound Parse.</summary>
    public string ReplyDomain { get; set; } = "reply.acip.example";

    public string FromName { get; set; } = "A-CIP Programme";

    public string FromAddress { get; set; } = "programme@acip.example";

    /// <summary>At least 32 characters, from a key vault. All tokens derive from it.</summary>
    public string TokenSecret { get; set; } = "";

    /// <summary>Public keys of Inbound Parse, separated by spaces or commas; several during a rotation.</summary>
    public string InboundPublicKey { get; set; } = "";

    /// <summary>Public keys of the Event Webhook, likewise.</summary>
    public string EventsPublicKey { get; set; } = "";

    /// <summary>The public address of the pages, without a slash at the end.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Days until the storage's lifecycle rule deletes received mail. The audit chain records the deletions, so that verification
    /// does not miss the mail.</summary>
    public int KeptDays { get; set; } = 730;

    /// <summary>False: no probe is sent to our own reply address, and nobody is told if mail stops reaching us.</summary>
    public bool Heartbeat { get; set; } = true;

    /// <summary>Hours without a returning probe after which officers are told. One is sent a day.</summary>
    public int HeartbeatHours { get; set; } = 26;

    /// <summary>False: nobody gets a weekly or monthly overview.</summary>
    public bool Overviews { get; set; } = true;

    /// <summary>Name of a deployment that is not in production, shown in the subject of every mail and on every page. Empty in
    /// production.</summary>
    public string Rehearsal { get; set; } = "";

    /// <summary>In a rehearsal: addresses, and domains such as <c>@acip.example</c>, that mail may be sent to, separated by spaces or
    /// commas. No other address gets mail.</summary>
    public string OnlyTo { get; set; } = "";

    /// <summary>Only where mail is received can it stop arriving.</summary>
    public bool SendsHeartbeat => Heartbeat && Keys(InboundPublicKey).Count > 0;

    public bool MayGoTo(string address) =>
        Rehearsal.Length == 0
        || Keys(OnlyTo)
            .Any(one =>
                one[0] == '@'
                    ? address.EndsWith(one, StringComparison.OrdinalIgnoreCase)
                    : string.Equals(address, one, StringComparison.OrdinalIgnoreCase)
            );

    public string Marked(string subject) => Rehearsal.Length == 0 ? subject : $"[{Rehearsal}] {subject}";

    public static IReadOnlyList<string> Keys(string configured) => configured.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
