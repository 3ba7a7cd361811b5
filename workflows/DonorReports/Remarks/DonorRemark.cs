using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Remarks;

/// <summary>What a reader of the donor wrote in reply to a report.</summary>
public sealed record DonorRemark(PersonId By, DateTimeOffset At, string Text, EntrySource Source)
{
    /// <summary>The task that asks officers to answer; null for a comment, which needs no answer.</summary>
    public TaskId? Question { get; init; }

    /// <summary>Null until somebody has answered.</summary>
    public DonorAnswer? Answer { get; init; }
}

public sealed record DonorAnswer(PersonId By, DateTimeOffset At, string Text);
