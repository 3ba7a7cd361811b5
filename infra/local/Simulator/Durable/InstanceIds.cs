namespace FunctionsSimulator.Durable;

/// <summary>What the genuine Azure Storage backend refuses as an instance id.</summary>
internal static class InstanceIds
{
    public const int MaxLength = 100;

    /// <exception cref="ArgumentException">Empty, over 100 characters, or holding one of / \ # ? or a control character.</exception>
    public static void Check(string instanceId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        if (instanceId.Length > MaxLength)
        {
            throw new ArgumentException(
                $"An instance id has at most {MaxLength} characters; this one has {instanceId.Length}.",
                nameof(instanceId)
            );
        }

        if (instanceId.StartsWith('@') || instanceId.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new ArgumentException(
                "An instance id must not begin with @ nor hold / \\ # ? or control characters.",
                nameof(instanceId)
            );
        }
    }
}
