using ACip.Workflows.Identifiers;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>An answer to a quarterly report, by mail, page or API.</summary>
public sealed record GivenAnswer(ReportRef Report, ParsedReply Reply, PersonId By, EntrySource Source)
{
    /// <summary>What the answer was made from, where it says so.</summary>
    public AsRead AsRead { get; init; }

    /// <summary>Number of the part that it answers; null: the whole report.</summary>
    public int? Part { get; init; }

    /// <summary>When it was said; null: now.</summary>
    public Arrival? Arrived { get; init; }

    /// <summary>Null: nothing comes with it.</summary>
    public IAnswerCompanion? Companion { get; init; }
}

/// <summary>What comes with an answer and is committed with it: evidence, comments, the acknowledgement.</summary>
/// <remarks>Asked anew at each attempt to commit, so that nothing of an attempt that failed may stay.</remarks>
public interface IAnswerCompanion
{
    /// <summary>Keys of rows beside the report's that it wants to see.</summary>
    IReadOnlyList<string> Keys => [];

    /// <summary>This answer was taken before: storage may have lost the answer to its own commit.</summary>
    bool WasTaken(FoundRows rows) => false;

    ReportAnswerResult Complete(ReportAnswerResult result) => result;

    /// <param name="items">What was asked.</param>
    Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows);
}
