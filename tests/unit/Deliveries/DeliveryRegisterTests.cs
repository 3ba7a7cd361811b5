using System.Text;
using ACip.Workflows.Deliveries;
using ACip.Workflows.Programme;
using ACip.Workflows.Registers;

namespace ACip.Tests.Unit.Deliveries;

public sealed class DeliveryRegisterTests
{
    private static readonly HashSet<AdministrationId> Known = [new("XA"), new("XB")];

    [Fact]
    public void A_sound_file_is_read_whole()
    {
        RegisterRead<Delivery> read = Read("kind,title,start,end,administration,women,men\nWorkshop,\"Data, and how to use it\",2025-05-05,2025-05-07,xa,12,9\ninstrument or tool,Guide,2025-09-01,2025-09-01,,0,0\n");
        Assert.Empty(read.Errors);
        Assert.Equal(
        [
            new Delivery(DeliveryKind.Workshop, "Data, and how to use it", new DateOnly(2025, 5, 5), new DateOnly(2025, 5, 7), new AdministrationId("XA"), 12, 9),
            new Delivery(DeliveryKind.InstrumentOrTool, "Guide", new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 1), null, 0, 0),
        ], read.Rows);
    }

    [Fact]
    public void Semicolons_a_mark_and_headings_in_another_order_are_read_too()
    {
        RegisterRead<Delivery> read = Read("\ufeffTitle;Kind;Start;End;Men;Women;Administration;Not stated\r\nBasics;E-learning;2025-01-10;2025-12-01;3;4;XB;5\r\n\r\n");
        Assert.Empty(read.Errors);
        Assert.Equal(new Delivery(DeliveryKind.ELearning, "Basics", new DateOnly(2025, 1, 10), new DateOnly(2025, 12, 1), new AdministrationId("XB"), 4, 3, 5), Assert.Single(read.Rows));
    }

    [Theory]
    [InlineData("Party,T,2025-05-05,2025-05-07,XA,1,1", "kind", "register-choice")]
    [InlineData("Workshop,,2025-05-05,2025-05-07,XA,1,1", "title", "register-value-missing")]
    [InlineData("Workshop,T,05/05/2025,2025-05-07,XA,1,1", "start", "register-date")]
    [InlineData("Workshop,T,2025-05-08,2025-05-07,XA,1,1", "end", "delivery-dates")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,ZZ,1,1", "administration", "delivery-administration")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,-1,1", "women", "register-number")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,1,1.5", "men", "register-number")]
    [InlineData("Workshop,T,2025-05-05,2025-05-07,XA,1,1,1", "", "register-columns")]
    [InlineData("Workshop,\"T,2025-05-05,2025-05-07,XA,1,1", "", "register-quotes")]
    public void A_wrong_line_is_named_with_its_number_and_nothing_is_taken_over(string line, string column, string rule)
    {
        RegisterRead<Delivery> read = Read($"kind,title,start,end,administration,women,men\nWorkshop,Good,2025-05-05,2025-05-07,XA,1,1\n{line}\n");
        Assert.Contains(read.Errors, error => error.Line == 3 && error.Column == column && error.Rule == rule);
        Assert.Empty(read.Rows);
        Assert.False(read.IsSound);
    }

    [Fact]
    public void The_same_event_and_administration_twice_is_an_error_that_names_the_first_line()
    {
        RegisterRead<Delivery> read = Read("kind,title,start,end,administration,women,men\nWorkshop,T,2025-05-05,2025-05-07,XA,1,1\nWorkshop,T,2025-05-05,2025-05-07,XA,2,2\n");
        Assert.Contains("line 2", Assert.Single(read.Errors).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "register-empty")]
    [InlineData("kind,title\nWorkshop,T\n", "register-heading")]
    [InlineData("kind,title,start,end,administration,women,men,colour\n", "register-heading")]
    public void A_file_without_the_headings_is_refused(string csv, string rule) => Assert.All(Read(csv).Errors, error => Assert.Equal(rule, error.Rule));

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() =>
        Assert.Equal("register-encoding", Assert.Single(DeliveryRegister.Read(new MemoryStream([.. "kind,title,start,end,administration,women,men\nWorkshop,Caf"u8, 0xE9]), Known).Errors).Rule);

    private static RegisterRead<Delivery> Read(string csv) => DeliveryRegister.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Known);
}
