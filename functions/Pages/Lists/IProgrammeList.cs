using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Lists;

/// <summary>One of the lists that readers search and take along. It holds what its reader may see, and no more.</summary>
public interface IProgrammeList
{
    /// <summary>In the address: /lists/NAME.</summary>
    string Name { get; }

    Text Title { get; }

    IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>Whether this reader has anything to find in it.</summary>
    bool May(PageContext page);

    ValueTask<ProgrammeList> ReadAsync(ListFacts facts, CancellationToken cancellation);
}
