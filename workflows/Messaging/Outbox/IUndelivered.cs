using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>What follows from a mail that does not reach whom it is for.</summary>
public interface IUndelivered
{
    /// <summary>Adds it to the commit that records it.</summary>
    /// <param name="why">As the mail service says.</param>
    /// <returns>Keys of mails that tell of it.</returns>
    Task<IReadOnlyList<string>> RecordAsync(
        UnitOfWork unit,
        OutgoingMail mail,
        OutgoingState state,
        string why,
        CancellationToken cancellation
    );
}
