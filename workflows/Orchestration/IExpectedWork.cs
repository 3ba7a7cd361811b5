namespace ACip.Workflows.Orchestration;

/// <summary>Implemented by capabilities: names the workflows that should be running according to the table. The daily reconciliation
/// starts those that are not.</summary>
public interface IExpectedWork
{
    /// <summary>The prefix of findings about it, such as "survey".</summary>
    string Kind { get; }

    /// <param name="thorough">Once a week, after an outage, and when an operator asks: what costs a read for each administration is looked
    /// at only then.</param>
    Task<IReadOnlyList<ExpectedWork>> FindAsync(bool thorough, CancellationToken cancellation);
}

/// <param name="Input">What it was started with: starting it again is safe, since the table says what is still to be done.</param>
/// <param name="Orphans">Begins the ids of what its former run may have left running.</param>
public sealed record ExpectedWork(string Orchestrator, object Input, string InstanceId, IReadOnlyList<string> Orphans);
