namespace ACip.Local.Mail.Keeping;

/// <summary>All messages and what happened to them, found by number, id and person.</summary>
internal sealed class KeptMails
{
    private readonly Lock gate = new();
    private readonly List<LocalMessage> messages = [];
    private readonly Dictionary<string, LocalMessage> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LocalMessage>> byRecipient = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<DeliveryEvent>> events = new(StringComparer.Ordinal);

    public long Newest
    {
        get
        {
            lock (gate)
            {
                return messages.Count;
            }
        }
    }

    public IReadOnlyList<LocalMessage> List(string? to, long after)
    {
        lock (gate)
        {
            List<LocalMessage> among = to is null ? messages : byRecipient.GetValueOrDefault(to) ?? [];
            int first = among.Count;
            while (first > 0 && among[first - 1].Number > after)
            {
                first--;
            }

            return among[first..];
        }
    }

    public LocalMessage? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }

    public IReadOnlyList<DeliveryEvent> EventsOf(string id)
    {
        lock (gate)
        {
            return [.. events.GetValueOrDefault(id) ?? []];
        }
    }

    public IReadOnlyList<(MailAddress Who, int Messages)> People()
    {
        lock (gate)
        {
            return
            [
                .. byRecipient
                    .Values.Select(of => (of[^1].Recipient, of.Count))
                    .OrderBy(of => of.Recipient.Email, StringComparer.OrdinalIgnoreCase),
            ];
        }
    }

    public void Keep(IEnumerable<JournalLine> lines)
    {
        lock (gate)
        {
            foreach (JournalLine line in lines)
            {
                if (line.Message is { } message)
                {
                    messages.Add(message);
                    byId[message.Id] = message;
                    Of(byRecipient, message.Recipient.Email).Add(message);
                }
                else if (line.Happened is { } happened)
                {
                    Of(events, happened.Message).Add(new DeliveryEvent(happened.Event, happened.At));
                }
            }
        }
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
