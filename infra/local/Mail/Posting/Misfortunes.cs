namespace ACip.Local.Mail.Posting;

/// <summary>What is to go wrong: by address, and for the next requests to send.</summary>
internal sealed class Misfortunes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RecipientBehaviour> behaviours = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<SendFault> faults = new();

    public void Set(string address, RecipientBehaviour behaviour)
    {
        lock (gate)
        {
            behaviours[address] = behaviour;
        }
    }

    public void Add(IEnumerable<SendFault> next)
    {
        lock (gate)
        {
            foreach (SendFault fault in next)
            {
                faults.Enqueue(fault);
            }
        }
    }

    public SendFault? NextFault()
    {
        lock (gate)
        {
            return faults.TryDequeue(out SendFault next) ? next : null;
        }
    }

    /// <summary>What the address does with the next message; one that bounces is on SendGrid's bounce list from then on.</summary>
    public RecipientBehaviour Meet(string address)
    {
        lock (gate)
        {
            RecipientBehaviour behaviour = behaviours.GetValueOrDefault(address);
            if (behaviour == RecipientBehaviour.Bounce)
            {
                behaviours[address] = RecipientBehaviour.Drop;
            }

            return behaviour;
        }
    }
}
