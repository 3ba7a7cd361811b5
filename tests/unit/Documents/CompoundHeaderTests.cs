using ACip.Workflows.Documents;

namespace ACip.Tests.Unit.Documents;

/// <summary>A container whose header says what its file cannot hold is not handed to the package that would believe it.</summary>
public sealed class CompoundHeaderTests
{
    private static readonly byte[] Genuine = Sample.Saved("filled-as-excel-97.xls");

    [Fact]
    public void A_file_that_a_program_has_saved_is_sound() => Assert.True(CompoundHeader.IsSound(Genuine));

    [Theory]
    [InlineData(0x00, 0)] // no container
    [InlineData(0x1A, 5)] // a version that there is not
    [InlineData(0x1E, 12)] // sectors of the other version
    [InlineData(0x1E, 31)] // of two gigabytes
    [InlineData(0x1F, 1)]
    [InlineData(0x20, 9)] // small sectors
    [InlineData(0x2E, 1)] // 65,536 sectors of the table
    [InlineData(0x42, 1)] // of the table of small sectors
    [InlineData(0x4B, 0x7F)] // of the table's table
    public void One_byte_of_it_changed_is_refused(int at, byte by)
    {
        byte[] changed = [.. Genuine];
        changed[at] = by;

        Assert.False(CompoundHeader.IsSound(changed));
        Assert.Equal(WorkbookProblems.NotAWorkbook, XlsReader.Read(changed).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(511)]
    public void What_ends_before_its_header_does_is_refused(int length) => Assert.False(CompoundHeader.IsSound(Genuine.AsSpan(0, length)));
}
