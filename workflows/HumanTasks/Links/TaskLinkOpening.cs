using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>A link that somebody has opened. The capability that asked decides what it shows.</summary>
/// <param name="IsOver">True: nothing can be answered any more.</param>
internal sealed record TaskLinkOpening(
    TokenHolder Holder,
    HumanTaskRecord Task,
    Person Person,
    ProgrammeRegister Register,
    DateOnly Today,
    bool IsOver
)
{
    private static readonly Role[] Answering = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms];

    public StreamId Stream => Holder.Task.Stream;

    public string NameOf(PersonId person) => Register.People.GetValueOrDefault(person)?.Name ?? person.Value;

    public LinkedTask Linked(About about, string zone, DateTimeOffset until) =>
        new(Holder.Task, Task, Person, about, zone, until, Register.Fictional)
        {
            Contact = ProgrammeContact.For(Register, Person.Id, Today),
        };

    /// <summary>The page for tasks that are decided after signing in.</summary>
    public TaskLink Decision(About about, string page)
    {
        LinkedTask linked = Linked(about, ProgrammeZone.Name, Task.Expires);
        return Task.State == TaskState.Answered ? new TaskLink.Closed(linked, LinkClosed.Decided)
            : IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired)
            : new TaskLink.Elsewhere(linked, page);
    }

    /// <summary>True for those who were asked and have not left.</summary>
    public bool IsAsked => Task.People.Contains(Person.Id) && TaskPeople.StillSpeaks(Task, Person, Today);

    /// <summary>True for those who were asked and those of the same administration who were told that nobody answered. An officer who was
    /// told cannot answer for an administration.</summary>
    public bool MayAnswer(AdministrationId administration) => IsAsked || Answers(Person, administration, Today);

    /// <summary>True for those who answer for the administration by their role.</summary>
    public static bool Answers(Person person, AdministrationId administration, DateOnly day) =>
        Answering.Any(role => person.Holds(role, day, administration));
}
