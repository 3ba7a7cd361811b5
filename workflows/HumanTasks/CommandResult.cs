using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.HumanTasks;

/// <summary>The result of what somebody asked a service to do.</summary>
public abstract record CommandResult
{
    private CommandResult() { }

    /// <param name="Instance">The workflow to wake; null where none waits.</param>
    public sealed record Recorded(string? Instance) : CommandResult
    {
        /// <summary>Other workflows that can be woken.</summary>
        public IReadOnlyList<WakeUp> Also { get; init; } = [];

        /// <summary>Mails written in the same commit that are to be sent now; null if there are none or the workflow sends them.</summary>
        public MailsOfStream? Mails { get; init; }

        /// <summary>How something was read that can be read otherwise, to be said at once; empty if there is nothing of the kind.</summary>
        public IReadOnlyList<Languages.Text> Forgiven { get; init; } = [];
    }

    /// <summary>Somebody else decided first.</summary>
    public sealed record Stale(PersonId By) : CommandResult;

    /// <param name="Rule">Name of the rule that refuses: the same in API, page and mail.</param>
    public sealed record Refused(string Rule, string Why) : CommandResult
    {
        /// <summary>The record has changed since the person read it.</summary>
        public static Refused ChangedMeanwhile { get; } = new("changed-meanwhile", "It has changed since it was read.");

        /// <summary>Something else was said after this had arrived.</summary>
        public static Refused LaterStands { get; } = new("later-answer-stands", "What was said later stands.");

        /// <summary>More were given than are taken, and nothing is cut off.</summary>
        public static Refused MoreThan(int most) =>
            new("too-many-given", $"At most {most} are taken.") { Because = [Texts.AtMost(most: most)] };

        /// <summary>Every single problem and where it is, if the rule is that there must be none; otherwise empty.</summary>
        public IReadOnlyList<RuleFinding> Findings { get; init; } = [];

        /// <summary>The cause and what can be done instead, added to the rule's own words; empty if those say it all.</summary>
        public IReadOnlyList<Languages.Text> Because { get; init; } = [];

        /// <summary>Workflows to wake because of what was done before it was refused; empty if nothing was.</summary>
        public IReadOnlyList<WakeUp> Also { get; init; } = [];
    }
}

/// <summary>An event that spares a workflow waiting for its next timer.</summary>
public sealed record WakeUp(string Instance, string Event);
