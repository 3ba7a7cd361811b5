using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Notices;

/// <summary>Whether a mail waits for its reader's next digest.</summary>
public static class NoticeCanWait
{
    /// <summary>True if the next digest comes well before the deadline, even over a weekend.</summary>
    public static bool Until(DateTimeOffset? deadline, NoticePace pace, DateTimeOffset now) =>
        pace switch
        {
            NoticePace.Daily => deadline > now.AddDays(4),
            NoticePace.Weekly => deadline > now.AddDays(10),
            _ => false,
        };
}
