using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor;

/// <summary>Something that must be true of a programme, whatever happened to it.</summary>
internal interface IRule
{
    string Name { get; }

    IEnumerable<Finding> Check(StoredProgramme programme);
}
