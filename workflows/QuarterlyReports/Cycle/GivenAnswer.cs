using ACip.Workflows.Identifiers;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>An answer to a quarterly report, by mail, page or API.</summary>
public sealed record GivenAnswer(ReportRef Report, ParsedReply Reply, PersonId By, EntrySource Source)
{
    /// <summary>The version of the report that the answer is based on, if stated.</summary>
    public AsRead AsRead { get; init; }

    /// <summary>Number of the part that it answers; null for the whole report.</summary>
    public int? Part { get; init; }

    /// <summary>When the answer was given; null for now.</summary>
    public Arrival? Arrived { get; init; }

    /// <summary>What is committed with it; null for nothing.</summary>
    public IAnswerCompanion? Companion { get; init; }
}

/// <summary>What comes with an answer and is committed with it: evidence, comments, the acknowledgement.</summary>
/// <remarks>It is asked again at each attempt to commit, so it must keep nothing from an attempt that failed.</remarks>
public interface IAnswerCompanion
{
    /// <summary>Keys of rows that it needs besides the report's.</summary>
    IReadOnlyList<string> Keys => [];

    /// <summary>True if this answer was taken before. Storage may have committed it without the confirmation having arrived.</summary>
    bool WasTaken(FoundRows rows) => false;

    ReportAnswerResult Complete(ReportAnswerResult result) => result;

    /// <param name="items">What was asked.</param>
    Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows);
}
