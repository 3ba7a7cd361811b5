using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Unit.Onboarding;

public sealed class PersonTracesTests
{
    private static readonly PersonId Leaver = new("coordinator-af");
    private static readonly PersonTraces Traces = new(["Zoë O'Hara & Sons", "zoe@customs.example", "Zoé", "ab"], []);

    private static readonly PersonTraces Ana = new(
        ["Ana Silva", "ana@customs.example", "أحمد علي", "office@customs.example"],
        ["Ana Silva Costa", "diana@customs.example", "Office@customs.example"]
    );

    [Theory]
    [InlineData("Dear ZOË O'HARA & SONS,", "Dear [erased],")]
    [InlineData("<b>Zoë O'Hara &amp; Sons</b>", "<b>[erased]</b>")]
    [InlineData("<b>Zo&#xEB; O&#39;Hara &amp; Sons</b>", "<b>[erased]</b>")]
    [InlineData("mailto:Zoe@Customs.Example?", "mailto:[erased]?")]
    [InlineData("ab Zoé", "ab Zoé")] // shorter than four characters: found in other words, too
    public void A_text_is_left_without_them(string text, string without) => Assert.Equal(without, Traces.Without(text));

    [Theory]
    [InlineData("diana@customs.example")]
    [InlineData("j.ana@customs.example")]
    [InlineData("ana@customs.example.org, ana@customs.examples")]
    [InlineData("Diana Silva and Ana Silvana")]
    [InlineData("Ana Silva Costa, whose name goes on")]
    [InlineData("Office@customs.example, which a successor has now")]
    public void Who_is_called_nearly_so_is_somebody_else(string text)
    {
        Assert.Equal(text, Ana.Without(text));
        Assert.False(Ana.In(text));
        Assert.False(Ana.In(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("Ana Silva's, ana silva; (Ana Silva)", "[erased]'s, [erased]; ([erased])")]
    [InlineData("Ana Silva Costa asked Ana Silva.", "Ana Silva Costa asked [erased].")]
    [InlineData("-ana@customs.example.", "-[erased].")]
    [InlineData("?to=mailto%3Aana@customs.example", "?to=mailto%3A[erased]")]
    [InlineData(@"{\u003cana@customs.example\u003e\nAna Silva}", @"{\u003c[erased]\u003e\n[erased]}")]
    [InlineData("وأحمد علي", "و[erased]")] // "and" is written with the name
    public void Whole_names_and_addresses_go_wherever_they_stand(string text, string without) => Assert.Equal(without, Ana.Without(text));

    /// <summary>Is not erased, because it may be somebody else's; but somebody decides.</summary>
    [Theory]
    [InlineData("1.ana@customs.example", true)]
    [InlineData("ana@customs.example.Merci", true)]
    [InlineData("=9CAna Silva", true)] // a coded quotation mark
    [InlineData("Ana Silvana", true)]
    [InlineData("diana@customs.example", false)] // is registered
    [InlineData("Costanza", false)] // a single word stands in many others
    public void What_something_is_joined_to_is_told(string text, bool told)
    {
        string[] known = ["Ana Silva", "ana@customs.example", "Costa"];
        string[] others = ["diana@customs.example"];
        Assert.False(new PersonTraces(known, others).In(text));
        Assert.Equal(told, new PersonTraces(known, others, near: true).In(text));
    }

    [Fact]
    public void What_is_read_as_another_coding_ends_no_word()
    {
        Assert.False(Ana.In("Léana Silva"u8.ToArray()));
        Assert.True(Ana.In(Encoding.Latin1.GetBytes("à Ana Silva")));
    }

    [Fact]
    public void JSON_keeps_its_shape_and_loses_them_in_every_text()
    {
        JsonNode? node = JsonNode.Parse(
            """{"by":"coordinator-af","value":45.50,"said":["Zo\u00eb O'Hara & Sons said so",null,true],"deep":{"to":"zoe@customs.example"}}"""
        );
        Assert.Equal(
            """{"by":"coordinator-af","value":45.50,"said":["[erased] said so",null,true],"deep":{"to":"[erased]"}}""",
            Traces.Without(node)!.ToJsonString()
        );
    }

    [Fact]
    public void They_are_found_in_what_is_packed_into_a_file()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open());
            writer.Write("<t>" + new string('x', 100_000) + " zoe@customs.example</t>");
        }

        Assert.True(Traces.In(file.ToArray()));
        Assert.False(new PersonTraces(["somebody@customs.example"], []).In(file.ToArray()));
        Assert.True(Traces.In(Encoding.Latin1.GetBytes("Zoë O'Hara & Sons")));
        Assert.False(Traces.In("PK\u0003\u0004 and nothing of an archive"u8.ToArray()));
    }

    [Fact]
    public void Somebody_elses_mail_keeps_its_words_and_theirs_loses_all()
    {
        OutgoingMail other = Scrubbed(Mail("officer-one", OutgoingState.Waiting));
        Assert.Equal(("About [erased]", OutgoingState.Waiting), (other.Subject, other.State));
        OutgoingMail own = Scrubbed(Mail("coordinator-af", OutgoingState.Waiting));
        Assert.Equal(("", "", "", OutgoingState.Dropped, "person-erased"), (own.Subject, own.Text, own.Html, own.State, own.Detail));
        Assert.Equal(OutgoingState.Delivered, Scrubbed(Mail("coordinator-af", OutgoingState.Delivered)).State);
    }

    [Theory]
    [InlineData("audit|00000001")]
    [InlineData(AuditRows.Head)]
    [InlineData("person|coordinator-af")]
    [InlineData("person|coordinator-gh")]
    [InlineData("observed|A1")]
    public void What_is_held_against_something_is_left_alone(string key) =>
        Assert.Null(
            RowScrubbing.Scrub(
                new TableEntity("plan-af", key) { ["Json"] = """{"said":"zoe@customs.example"}""" },
                Leaver,
                Traces,
                [new ErasureExemption("observed|")]
            )
        );

    [Fact]
    public void A_row_that_would_not_change_is_not_written_for_ever()
    {
        Assert.Null(
            RowScrubbing.Scrub(new TableEntity("plan-af", "comment|1") { ["Json"] = """{"zoe@customs.example":1}""" }, Leaver, Traces, [])
        );
        TableEntity once = RowScrubbing.Scrub(Mail("coordinator-af", OutgoingState.Held), Leaver, Traces, [])!;
        Assert.Null(RowScrubbing.Scrub(once, Leaver, Traces, []));
    }

    private static OutgoingMail Scrubbed(TableEntity row) =>
        RowShape.Read<OutgoingMail>(RowScrubbing.Scrub(row, Leaver, Traces, [])!).Value;

    private static TableEntity Mail(string to, OutgoingState state) =>
        RowShape.Write(
            new StreamId("plan-af"),
            OutgoingMail.RowKey("one"),
            new OutgoingMail(
                "one",
                new PersonId(to),
                MailKind.Notice,
                Language.En,
                null,
                false,
                "About zoe@customs.example",
                "Words.",
                "<p>Words.</p>",
                new Dictionary<string, string>(),
                new Dictionary<string, string>(),
                state,
                DateTimeOffset.UnixEpoch
            )
        );
}
