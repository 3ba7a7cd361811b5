using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Overviews;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Overviews;

public sealed class OverviewWordsTests
{
    private static readonly Text Mali = Text.Of("Mali", "Mali", "Malí");

    private static readonly Uri Page = new("https://acip.example/");

    private static readonly DateTimeOffset Now = new(2026, 11, 2, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 1, "What waits for whom: 1 open task, 1 overdue")]
    [InlineData("en", 3, "What waits for whom: 3 open tasks, 2 overdue")]
    [InlineData("fr", 1, "En attente : 1 tâche ouverte, dont 1 en retard")]
    [InlineData("fr", 3, "En attente : 3 tâches ouvertes, dont 2 en retard")]
    [InlineData("es", 1, "En espera: 1 tarea abierta, 1 con retraso")]
    [InlineData("es", 3, "En espera: 3 tareas abiertas, 2 con retraso")]
    public void A_week_s_overview_counts_as_its_reader_speaks(string language, int open, string subject)
    {
        WaitingFor[] waiting =
        [
            .. Enumerable
                .Range(0, open)
                .Select(number => new WaitingFor(Mali, Text.Same("Report"), [new PersonId("ama")], Now.AddDays(number - 1.5))),
        ];

        Assert.Equal(subject, new WeeklyOverview(waiting, Now, Page).Subject.In((Language)language));
    }

    [Theory]
    [InlineData("en", "ama, ben and clara")]
    [InlineData("fr", "ama, ben et clara")]
    [InlineData("es", "ama, ben y clara")]
    public void Whoever_is_asked_is_listed_as_the_language_lists(string language, string people)
    {
        PersonId[] asked = [new("ama"), new("ben"), new("clara")];
        var overview = new WeeklyOverview([new WaitingFor(Mali, Text.Same("Report"), asked, Now)], Now, Page);

        string line = overview.Paragraphs(reader => new DateWords(reader, "UTC"))[0].In((Language)language);

        Assert.Contains($"({people})", line.Replace("\u2063", "").Replace("person:", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 0, "Nothing waits for you.")]
    [InlineData("en", 2, "2 requests wait for your answer. Each has a mail of its own.")]
    [InlineData("fr", 1, "1 demande attend votre réponse. Elle a son propre courriel.")]
    [InlineData("es", 2, "2 solicitudes esperan su respuesta. Cada una tiene su propio correo.")]
    public void A_plan_s_status_says_what_waits(string language, int open, string said)
    {
        var status = new PlanStatusNotice(Mali, "Integrity 2026-2029", PlanState.Active, 1, 1, open, null);

        Assert.Equal(said, status.Paragraphs(reader => new DateWords(reader, "UTC"))[1].In((Language)language));
    }

    [Fact]
    public void A_report_is_handed_in_when_it_was_submitted_and_missing_when_none_was_opened() =>
        Assert.Equal(
            [ReportState.Submitted, ReportState.Accepted, ReportState.Locked, ReportState.NilReturn, ReportState.Waived],
            Enum.GetValues<ReportState>()
                .Where(state =>
                    new CoverageLine(
                        Mali,
                        new ReportingPeriod(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), Now, Now, Now),
                        state
                    ).IsHandedIn
                )
        );
}
