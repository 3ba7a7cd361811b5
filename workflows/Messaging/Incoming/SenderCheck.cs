using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>A person whose answer the task accepts, with the registered address.</summary>
public sealed record TaskPerson(PersonId Id, string Address);

public enum SenderStatus
{
    /// <summary>A registered address, authenticated by its domain.</summary>
    Proven,

    /// <summary>A registered address without proof that the message comes from it. It must be confirmed through a link sent to that
    /// address.</summary>
    Unproven,

    /// <summary>Nobody whom this task asks.</summary>
    Stranger,

    /// <summary>The message names two different senders.</summary>
    Mismatch,
}

/// <param name="Why">A slug: see <see cref="TriageReasons"/>.</param>
/// <param name="Person">Whose address it is; null unless Proven or Unproven.</param>
public sealed record SenderFinding(SenderStatus Status, string Why, TaskPerson? Person = null);

/// <summary>Identifies the sender. A token alone is no identity, because mail gets forwarded.</summary>
public static class SenderCheck
{
    public static SenderFinding Of(InboundMessage message, IReadOnlyList<TaskPerson> people)
    {
        if (message.From.Count == 0)
        {
            return new SenderFinding(SenderStatus.Stranger, TriageReasons.NoSender);
        }

        if (message.From.Count > 1 || Mailboxes.Read(message.From[0]) is not { } mailboxes)
        {
            return new SenderFinding(SenderStatus.Mismatch, TriageReasons.SeveralSenders);
        }

        if (mailboxes is not [var sender])
        {
            return mailboxes.Count == 0
                ? new SenderFinding(SenderStatus.Stranger, TriageReasons.NoSender)
                : new SenderFinding(SenderStatus.Mismatch, TriageReasons.SeveralSenders);
        }

        if (PretendsToBe(sender, people))
        {
            return new SenderFinding(SenderStatus.Mismatch, TriageReasons.NamePretends);
        }

        if (people.FirstOrDefault(person => IsSame(person.Address, sender.Address)) is not { } known)
        {
            return new SenderFinding(SenderStatus.Stranger, TriageReasons.Stranger);
        }

        return Vouched(message, sender.Domain) is { } how
            ? new SenderFinding(SenderStatus.Proven, how, known)
            : new SenderFinding(SenderStatus.Unproven, Refuted(message) ? TriageReasons.DomainDenies : TriageReasons.DomainSilent, known);
    }

    /// <summary>DMARC's relaxed alignment: a passing signature of, or a passing SPF for, the organisation in the From address.</summary>
    private static string? Vouched(InboundMessage message, string domain)
    {
        if (message.Dkim.Any(signature => signature.Passed && OrganisationalDomain.Same(signature.Domain, domain)))
        {
            return TriageReasons.DkimAligned;
        }

        // an address that is none, such as one with two signs, speaks for no domain; what some servers give is the domain alone
        string envelope = (message.EnvelopeFrom ?? "").Trim().TrimStart('<').TrimEnd('>');
        string envelopeDomain =
            Mailboxes.Address(envelope) is { } address ? address[(address.LastIndexOf('@') + 1)..]
            : envelope.Contains('@', StringComparison.Ordinal) ? ""
            : envelope;
        return message.Spf == "pass" && OrganisationalDomain.Same(envelopeDomain, domain) ? TriageReasons.SpfAligned : null;
    }

    /// <summary>The domain's check failed. This still counts as unproven, because a forwarding server has the same effect; the reason
    /// tells a person to look.</summary>
    private static bool Refuted(InboundMessage message) =>
        message.Spf is "fail" or "softfail" || message.Dkim.Any(signature => signature.Result == "fail");

    /// <summary>"ama@customs.gov.gh" &lt;somebody@else.example&gt;: mail programs show the name alone.</summary>
    private static bool PretendsToBe(Mailbox sender, IReadOnlyList<TaskPerson> people) =>
        sender.Name.Contains('@', StringComparison.Ordinal)
        && people.Any(person =>
            sender.Name.Contains(person.Address, StringComparison.OrdinalIgnoreCase) && !IsSame(person.Address, sender.Address)
        );

    private static bool IsSame(string registered, string sender) => Mailboxes.Address(registered) == sender;
}
