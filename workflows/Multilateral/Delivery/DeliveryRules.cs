using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>Which events and missions can be planned. Pure.</summary>
internal static class DeliveryRules
{
    private const int LongestTitle = 200,
        LongestPlace = 200,
        MostInvited = 80;

    /// <returns>Null where it can be planned; else the first rule that it breaks.</returns>
    public static CommandResult.Refused? Refuse(DeliveryEvent wanted, ProgrammeRegister register, KnownEntries known, DateOnly today) =>
        TextRefusals.Refuse(TextBounds.Reason, wanted.Terms)
        ?? RefuseEvent(wanted, register, today)
        ?? RefuseNamed(wanted, known)
        ?? RefuseMission(wanted, known);

    private static CommandResult.Refused? RefuseEvent(DeliveryEvent wanted, ProgrammeRegister register, DateOnly today) =>
        !EntryRules.IsSlug(wanted.Id)
            ? new CommandResult.Refused("not-a-slug", "An id has small letters, digits and hyphens only, at most 40.")
        : EntryRules.Words("title", wanted.Title, LongestTitle).Concat(EntryRules.Words("place", wanted.Place, LongestPlace)).Any()
            ? new CommandResult.Refused("event-words", "An event has a title and a place.")
        : EntryRules.Days("end", wanted.Start, wanted.End).Any() || wanted.Start < today
            ? new CommandResult.Refused("event-days", "An event ends after it begins, and is planned before.")
        : wanted.Invited.Count is 0 or > MostInvited
        || wanted.Invited.Distinct().Count() < wanted.Invited.Count
        || EntryRules.Known(wanted.Invited, register).Any()
            ? new CommandResult.Refused("event-invited", "Invite administrations of the programme, each once.")
        : !wanted.Themes.IsSound
            ? new CommandResult.Refused("no-such-theme", "Key factors 1 to 10, articles 1 to 71 and targets of SDG 16 only.")
        : null;

    private static CommandResult.Refused? RefuseNamed(DeliveryEvent wanted, KnownEntries known) =>
        wanted.Initiative is { } initiative && !known.Initiatives.Any(one => one.Id == initiative)
            ? new CommandResult.Refused("no-such-initiative", "There is no such initiative.")
        : wanted.Instrument is { } instrument && !known.Instruments.Any(one => one.Id == instrument)
            ? new CommandResult.Refused("no-such-instrument", "There is no such instrument.")
        : null;

    private static CommandResult.Refused? RefuseMission(DeliveryEvent wanted, KnownEntries known)
    {
        bool mission = wanted.Kind == DeliveryKind.ExpertMission;
        return mission != wanted.Expert is not null || mission == string.IsNullOrWhiteSpace(wanted.Terms)
                ? new CommandResult.Refused("mission-terms", "An expert mission, and nothing else, has an expert and terms of reference.")
            : wanted.Expert is { } expert && !known.Experts.Any(one => one.Person == expert)
                ? new CommandResult.Refused("no-such-expert", "Nobody of the pool has this id.")
            : null;
    }
}

/// <summary>What an event can name, as far as it names any of it.</summary>
internal sealed record KnownEntries(
    IReadOnlyList<Initiative> Initiatives,
    IReadOnlyList<Instrument> Instruments,
    IReadOnlyList<Expert> Experts
);
