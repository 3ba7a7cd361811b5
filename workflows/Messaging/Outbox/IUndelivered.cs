using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Reacts to a mail that did not reach its recipient.</summary>
public interface IUndelivered
{
    /// <summary>Adds the reaction to the commit that records the failure.</summary>
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
