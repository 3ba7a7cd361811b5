using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed partial class StatusesTests
{
    [Theory]
    [InlineData("en", "R3: on track, the code was signed by all", ItemStatus.OnTrack, "the code was signed by all")]
    [InlineData("en", "R3 on track - the code was signed", ItemStatus.OnTrack, "the code was signed")]
    [InlineData("en", "R3: Constrained because B3 fell to 40 % in 2026", ItemStatus.Constrained, "because B3 fell to 40 % in 2026")]
    [InlineData("en", "R3: no progress: the decree waits", ItemStatus.NoProgress, "the decree waits")]
    [InlineData("en", "[R3] met", ItemStatus.Met, null)]
    [InlineData("fr", "R3 : en bonne voie, le code est signé", ItemStatus.OnTrack, "le code est signé")]
    [InlineData("fr", "R3 : aucun progrès ; le décret attend", ItemStatus.NoProgress, "le décret attend")]
    [InlineData("fr", "R3 : Entravé (le budget manque)", ItemStatus.Constrained, "le budget manque")]
    [InlineData("es", "R3: en buen camino: el código está firmado", ItemStatus.OnTrack, "el código está firmado")]
    [InlineData("es", "R3: sin avances, falta el decreto", ItemStatus.NoProgress, "falta el decreto")]
    [InlineData("es", "R3: logrado", ItemStatus.Met, null)]
    [InlineData("pt", "R3: no bom caminho, o código está assinado", ItemStatus.OnTrack, "o código está assinado")]
    [InlineData("pt", "R3: Com constrangimentos: falta o orçamento", ItemStatus.Constrained, "falta o orçamento")]
    [InlineData("pt", "R3: alcançado", ItemStatus.Met, null)]
    [InlineData("ar", "R3: على المسار الصحيح، وُقّعت المدونة", ItemStatus.OnTrack, "وُقّعت المدونة")]
    [InlineData("ar", "R3: دون تقدّم؛ ننتظر المرسوم", ItemStatus.NoProgress, "ننتظر المرسوم")]
    [InlineData("ar", "R3: محقَّقة", ItemStatus.Met, null)]
    [InlineData("en", "R3: met, 24 of 30 posts reported", ItemStatus.Met, "24 of 30 posts reported")]
    [InlineData("en", "R3: met in 5 of 5 posts", ItemStatus.Met, "in 5 of 5 posts")]
    [InlineData("en", "R3: met to 100 %", ItemStatus.Met, "to 100 %")]
    [InlineData("en", "R3: on track, only the code waits", ItemStatus.OnTrack, "only the code waits")]
    public void A_result_is_rated_by_mail(Language language, string line, ItemStatus status, string? why)
    {
        ReplyFigure figure = Assert.Single(Read(line, language).Figures);
        Assert.Equal(("R3", status, why), (figure.Code, figure.Status!.Value, figure.Narrative));
    }

    [Theory]
    [InlineData("en", "T1: done 12 May 2026", ItemStatus.Done, "2026-05-12", null)]
    [InlineData("en", "T1: done on 2026-05-12, 24 people came", ItemStatus.Done, "2026-05-12", "24 people came")]
    [InlineData("en", "T1: delayed to 30 June 2027, no venue", ItemStatus.Delayed, "2027-06-30", "no venue")]
    [InlineData("en", "T1: delayed 3 weeks, no venue", ItemStatus.Delayed, null, "3 weeks, no venue")]
    [InlineData("en", "T1: under way", ItemStatus.UnderWay, null, null)]
    [InlineData("en", "T1: cancelled: the trainer left", ItemStatus.Cancelled, null, "the trainer left")]
    [InlineData("fr", "T1 : réalisée le 12/05/2026", ItemStatus.Done, "2026-05-12", null)]
    [InlineData("fr", "T1 : retardée au 30 juin 2027 : pas de salle", ItemStatus.Delayed, "2027-06-30", "pas de salle")]
    [InlineData("fr", "T1 : annulée, le formateur est parti", ItemStatus.Cancelled, null, "le formateur est parti")]
    [InlineData("es", "T1: realizada el 12 de mayo de 2026", ItemStatus.Done, "2026-05-12", null)]
    [InlineData("es", "T1: retrasada hasta el 30 de junio de 2027, sin sala", ItemStatus.Delayed, "2027-06-30", "sin sala")]
    [InlineData("es", "T1: en curso", ItemStatus.UnderWay, null, null)]
    [InlineData("pt", "T1: realizada a 12 de Maio de 2026", ItemStatus.Done, "2026-05-12", null)]
    [InlineData("pt", "T1: adiada para 30 de Junho de 2027, sem sala", ItemStatus.Delayed, "2027-06-30", "sem sala")]
    [InlineData("pt", "T1: cancelada: o formador saiu", ItemStatus.Cancelled, null, "o formador saiu")]
    [InlineData("ar", "T1: منجز في 12 مايو 2026", ItemStatus.Done, "2026-05-12", null)]
    [InlineData("ar", "T1: مؤجَّل إلى ٣٠ حزيران ٢٠٢٧، لا توجد قاعة", ItemStatus.Delayed, "2027-06-30", "لا توجد قاعة")]
    [InlineData("ar", "T1: ملغى، غادر المدرب", ItemStatus.Cancelled, null, "غادر المدرب")]
    [InlineData("ar", "T1: قيد التنفيذ", ItemStatus.UnderWay, null, null)]
    [InlineData("es", "T1: realizada 12 de mayo", ItemStatus.Done, null, "12 de mayo")]
    [InlineData("en", "T1: done by our own trainers", ItemStatus.Done, null, "by our own trainers")]
    [InlineData("en", "T1: under way, only two workshops are left", ItemStatus.UnderWay, null, "only two workshops are left")]
    public void What_has_become_of_an_activity_is_read_from_mail(
        Language language,
        string line,
        ItemStatus status,
        string? day,
        string? why
    )
    {
        ReplyFigure figure = Assert.Single(Read(line, language).Figures);
        Assert.Equal(
            ("T1", status, day is null ? (DateOnly?)null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), why),
            (figure.Code, figure.Status!.Value, figure.Date, figure.Narrative)
        );
    }

    [Theory]
    [InlineData("R3: going well", NotUnderstoodReason.NotARating)]
    [InlineData("R3: done", NotUnderstoodReason.NotARating)]
    [InlineData("T1: on track", NotUnderstoodReason.NotAStatus)]
    [InlineData("T1: done 05/06/2026", NotUnderstoodReason.AmbiguousDate)]
    [InlineData("T1: done 12 May 2036", NotUnderstoodReason.DayOutside)]
    [InlineData("R3: on track\nR3: constrained", NotUnderstoodReason.SaidTwice)]
    public void What_is_of_no_list_is_asked_back(string line, NotUnderstoodReason reason)
    {
        ParsedReply reading = Read(line, Language.En);
        Assert.Empty(reading.Figures);
        Assert.Equal(reason, Assert.Single(reading.NotUnderstood).Reason);
        Assert.All(Language.All, language => Assert.NotEmpty(reading.NotUnderstood[0].HowToSay.In(language)));
    }

    [Theory]
    [InlineData("en", "T1: done in part, two of the five workshops")]
    [InlineData("en", "T1: done 12 May 2026, partly")]
    [InlineData("en", "T1: done: only the first workshop")]
    [InlineData("en", "T1: done 2 of 5 workshops")]
    [InlineData("en", "T1: done 50%")]
    [InlineData("en", "T1: done by end of June")]
    [InlineData("en", "R3: met only at headquarters")]
    [InlineData("en", "R3: met in two of five posts")]
    [InlineData("en", "R3: met (in 2 of the 5 posts)")]
    [InlineData("fr", "T1 : réalisée partiellement")]
    [InlineData("fr", "T1 : réalisée à 60 %")]
    [InlineData("fr", "R3 : atteint, sauf à l'aéroport")]
    [InlineData("es", "T1: realizada en parte")]
    [InlineData("es", "R3: logrado en 2 de 5 puestos")]
    [InlineData("pt", "T1: realizada parcialmente")]
    [InlineData("pt", "R3: alcançado apenas na sede")]
    [InlineData("ar", "T1: منجز جزئيًا")]
    [InlineData("ar", "R3: محقَّقة في ٢ من ٥ مراكز")]
    public void Done_or_met_in_part_is_asked_back(Language language, string line)
    {
        ParsedReply reading = Read(line, language);
        Assert.Empty(reading.Figures);
        Assert.Equal(NotUnderstoodReason.DoneInPart, Assert.Single(reading.NotUnderstood).Reason);
    }
}
