using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Messaging.Tokens;

/// <summary>A secret contained only in the mail to the registered address. The author of the message may know its hash and, from a
/// forwarded mail, the link's token, but cannot compute this.</summary>
public static class ConfirmSecret
{
    /// <param name="messageKey">Of the message that it confirms; another one of the same person has another secret.</param>
    /// <returns>128 bits as 32 lower-case hex digits.</returns>
    public static string Of(ReadOnlySpan<byte> secret, TaskId task, PersonId person, string messageKey) =>
        KeyedHash.Hex(secret, "acip confirm link 1", task.Value, person.Value, messageKey)[..32];

    /// <param name="given">As in the link; mail programs change case.</param>
    public static bool IsGenuine(ReadOnlySpan<byte> secret, TaskId task, PersonId person, string messageKey, string given) =>
        KeyedHash.Same(Of(secret, task, person, messageKey), given.Length == 32 ? given.ToLowerInvariant() : "");
}
