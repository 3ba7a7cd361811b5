using ACip.Workflows.Messaging.Incoming;

namespace ACip.Functions.Hosting;

/// <summary>The largest body of a request that is taken, whatever it is of.</summary>
/// <remarks>The mail service takes mails of 30 MB, which base64 and form fields make longer: the default limit is less. What is larger
/// the host answers with 500, whatever a function says; the mail service then tries again in vain, and its sender hears from
/// it.</remarks>
internal static class BodyLimit
{
    /// <summary>64 MB. No more than what is read later: a larger post would be stored, and then its mail could not be read.</summary>
    public const long Largest = InboundParsePost.Largest;
}
