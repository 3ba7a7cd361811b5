namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>Records that tables were restored to an earlier state, and exactly what has been missing since, judged by what is newer: the
/// archive of heads, blobs, and ended workflows.</summary>
/// <param name="Events">By stream, which audit events are lost.</param>
/// <param name="Decisions">Tasks that somebody has ended and that are open again, or are not known any more: they are to be decided
/// again.</param>
/// <param name="Mails">Received mail that no row knew: it was taken in again.</param>
/// <param name="Files">Other files that no row knows: what they were for is lost from the tables, and they still say what it was.</param>
public sealed record RestoredStorage(
    DateTimeOffset At,
    IReadOnlyList<LostEvents> Events,
    IReadOnlyList<LostDecision> Decisions,
    IReadOnlyList<string> Mails,
    IReadOnlyList<string> Files
)
{
    public bool IsNothing => Events.Count + Decisions.Count + Mails.Count + Files.Count == 0;

    /// <summary>A file without a row alone is of something that is under way.</summary>
    internal bool IsLoss => Events.Count + Decisions.Count + Mails.Count > 0;

    /// <summary>What a second look finds as well.</summary>
    public RestoredStorage StillIn(RestoredStorage again) =>
        again with
        {
            Events = [.. again.Events.Where(one => Events.Any(other => other.ArchivedHash == one.ArchivedHash))],
            Decisions = [.. again.Decisions.Intersect(Decisions)],
            Mails = [.. again.Mails.Intersect(Mails)],
            Files = [.. again.Files.Intersect(Files)],
        };

    /// <summary>Ids only, for the audit trail.</summary>
    public string Summary =>
        FormattableString.Invariant(
            $"events lost: {Events.Sum(one => one.Count)}; to be decided again: {Decisions.Count}; mails taken in again: {Mails.Count}; files ahead: {Files.Count}"
        );
}

/// <param name="From">The first that is lost, or stands otherwise than the archive says.</param>
/// <param name="To">The last that the archive knows; there may have been more after it.</param>
/// <param name="ArchivedHash">Of that one.</param>
public sealed record LostEvents(string Stream, int From, int To, string ArchivedHash)
{
    public int Count => To - From + 1;
}

/// <param name="Task">Id of its workflow.</param>
/// <param name="Ended">How it ended: Answered, Expired or Cancelled.</param>
/// <param name="By">Who ended it; null: nobody.</param>
/// <param name="Known">False: the tables do not know that it was asked.</param>
public sealed record LostDecision(string Task, string Ended, string? By, bool Known);
