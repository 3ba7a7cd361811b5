using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What is recognised, case by case. The table in docs/replies.md is written from here.</summary>
/// <param name="Written">The reply, \n between its lines.</param>
/// <param name="Understood">What comes out, in the words of <see cref="Say"/>.</param>
public sealed record RecognisedCase(string Topic, Language Language, string Written, string Understood)
{
    public static IReadOnlyList<FormItem> Items { get; } =
    [
        new("B3", FormItemKind.Percentage, "Share of declarations processed electronically", "%", Baseline: 40, Target: 60),
        new("B4", FormItemKind.YesNo, "Code of conduct adopted"),
        new("B5", FormItemKind.Number, "Officers trained", "officers", ["women", "men"], 1200, 2500),
        new("B6", FormItemKind.Date, "Date of adoption"),
        new("B7", FormItemKind.Narrative, "Lessons learned"),
        new("B8", FormItemKind.Number, "Revenue recovered", "USD"),
        new("B9", FormItemKind.Number, "Cases referred", Sensitive: true),
        new("C1", FormItemKind.Number, "Agents formés", "agents", ["femmes", "hommes"]),
    ];

    public static IReadOnlyList<RecognisedCase> All { get; } =
    [
        new("Command", Language.En, "SUBMIT", "Submit"),
        new("Command", Language.Fr, "Soumettre", "Submit"),
        new("Command", Language.Es, "enviar", "Submit"),
        new("Command", Language.En, "NIL: no activity this quarter", "Nil(no activity this quarter)"),
        new("Command", Language.Fr, "Néant : aucune activité ce trimestre", "Nil(aucune activité ce trimestre)"),
        new("Command", Language.Es, "NADA: sin actividades", "Nil(sin actividades)"),
        new("Command", Language.En, "NIL", "asked back: ReasonMissing"),
        new("Command", Language.En, "QUESTION: may we report in tonnes?", "Question(may we report in tonnes?)"),
        new("Command", Language.Es, "Pregunta: ¿en toneladas?", "Question(¿en toneladas?)"),
        new("Command", Language.Fr, "CORRIGER", "Correct"),
        new("Command", Language.En, "Please submit our report", "kept: Please submit our report"),
        new("Command", Language.En, "SUBMIT now", "asked back: CommandInWords"),
        new("Command", Language.Es, "“ENVIAR”", "Submit"),
        new("Command", Language.En, "NIL: -", "asked back: ReasonMissing"),
        new("Command", Language.Fr, "NÉANT : rien", "asked back: ReasonMissing"),
        new("Command", Language.En, "NIL: nothing for B5", "asked back B5: NilOrItem"),
        new("Command", Language.En, "B5: 12\nNIL: no activity", "B5 = 12|asked back: NilOrItem"),
        new("Command", Language.En, "NIL: B3: 45 %", "asked back B3: NilOrItem"),
        new("Command", Language.En, "B3: n/a survey not finished\nNIL: no activity", "Nil(no activity); B3 missing (survey not finished)"),
        new("Command", Language.En, "SUBMIT\nQUESTION: or not?", "asked back: TwoCommands"),
        new("More time", Language.En, "MORE TIME: 15 May, the census goes on", "MoreTime(2027-05-15, the census goes on)"),
        new("More time", Language.Fr, "PLUS DE TEMPS : 1er juin 2027, grève", "MoreTime(2027-06-01, grève)"),
        new("More time", Language.Es, "MÁS TIEMPO: 15 de mayo, faltan datos", "MoreTime(2027-05-15, faltan datos)"),
        new("More time", Language.En, "MORE TIME: 15 May", "asked back: NotMoreTime"),
        new("Parts", Language.En, "ASSIGN B5, B8: amina@customs.example", "Assigned(B5, B8: amina@customs.example)"),
        new("Parts", Language.En, "Assign B3 to B5 : <Amina@customs.example>", "Assigned(B3, B4, B5: Amina@customs.example)"),
        new("Parts", Language.Fr, "CONFIER B3 et B5 : amina@douanes.example", "Assigned(B3, B5: amina@douanes.example)"),
        new("Parts", Language.Es, "Asignar B3/B5: amina@aduanas.example", "Assigned(B3, B5: amina@aduanas.example)"),
        new("Parts", Language.En, "ASSIGN B5: Amina", "asked back: NotAnAssignment"),
        new("Parts", Language.En, "ASSIGN X7: amina@customs.example", "asked back: NotAnAssignment"),
        new("Parts", Language.En, "ASSIGN B5: a@customs.example, b@customs.example", "asked back: NotAnAssignment"),
        new("Parts", Language.En, "Assign somebody else please", "kept: Assign somebody else please"),
        new("More time", Language.En, "B5: 12\nMORE TIME: two weeks, please", "B5 = 12|asked back: NotMoreTime"),
        new("Percentage", Language.En, "B3: 45 %", "B3 = 45"),
        new("Percentage", Language.En, "b3=45%", "B3 = 45"),
        new("Percentage", Language.Fr, "B3 : 45,5 pour cent", "B3 = 45.5"),
        new("Percentage", Language.Es, "- B3: 45 por ciento.", "B3 = 45"),
        new("Percentage", Language.En, "B3: -5%", "B3 = -5"),
        new("Percentage", Language.En, "B3: 0.45", "asked back B3: AmbiguousNumber"),
        new("Percentage", Language.En, "B3: 0.45 %", "B3 = 0.45"),
        new("Number", Language.En, "B5: 1,234", "B5 = 1234"),
        new("Number", Language.En, "B5: 1.234", "asked back B5: AmbiguousNumber"),
        new("Number", Language.Fr, "B5: 1,234", "asked back B5: AmbiguousNumber"),
        new("Number", Language.Es, "B5: 1.234", "asked back B5: AmbiguousNumber"),
        new("Number", Language.En, "B5: 1,234.5", "B5 = 1234.5"),
        new("Number", Language.Fr, "B5 = 1 234,5", "B5 = 1234.5"),
        new("Number", Language.Fr, "B5 : 1\u202F234\u202F567", "B5 = 1234567"),
        new("Number", Language.Fr, "B5 : 1\u00A0234", "B5 = 1234"),
        new("Number", Language.Es, "B5: 1.234.567", "B5 = 1234567"),
        new("Number", Language.Es, "B5: 1.234,5", "B5 = 1234.5"),
        new("Number", Language.Fr, "B5 : 1'234", "B5 = 1234"),
        new("Number", Language.Fr, "B5 : 1’234,50", "B5 = 1234.50"),
        new("Number", Language.En, "B5: 12 34", "asked back B5: AmbiguousNumber"),
        new("Number", Language.En, "B5: ١٢٣٤", "B5 = 1234"),
        new("Number", Language.En, "B5: ١٬٢٣٤٫٥", "B5 = 1234.5"),
        new("Number", Language.En, "B5: 12٣4", "asked back B5: AmbiguousNumber"),
        new("Number", Language.En, "B5: 1234 officers", "B5 = 1234"),
        new("Number", Language.En, "B8: USD 1 500", "B8 = 1500"),
        new("Number", Language.En, "B8: 1500 EUR", "asked back B8: WrongUnit"),
        new("Number", Language.En, "B5: 45 %", "asked back B5: WrongUnit"),
        new("Number", Language.En, "B5: 2 thousand", "asked back B5: WrongUnit"),
        new("Range", Language.En, "B5: 40-45", "asked back B5: Range"),
        new("Range", Language.Fr, "B5 : 40 à 45", "asked back B5: Range"),
        new("Range", Language.Es, "B5: entre 40 y 45", "asked back B5: Range"),
        new("Range", Language.Fr, "B5 : environ 45", "asked back B5: Range"),
        new("Range", Language.En, "B5: > 45", "asked back B5: Range"),
        new("Missing", Language.En, "B3: n/a survey not finished", "B3 missing (survey not finished)"),
        new("Missing", Language.Fr, "B3 : n/d enquête en cours", "B3 missing (enquête en cours)"),
        new("Missing", Language.Es, "B3: sin datos, encuesta en curso", "B3 missing (encuesta en curso)"),
        new("Missing", Language.En, "B3: n/a", "asked back B3: ReasonMissing"),
        new("Yes or no", Language.En, "B4: yes", "B4 = yes"),
        new("Yes or no", Language.Fr, "B4 : Oui, 12/10/2026", "B4 = yes 2026-10-12"),
        new("Yes or no", Language.Es, "B4: sí", "B4 = yes"),
        new("Yes or no", Language.Es, "B4: no", "B4 = no"),
        new("Yes or no", Language.Fr, "B4 : pas encore", "B4 = no"),
        new("Yes or no", Language.En, "B4: yes but only in part", "asked back B4: NotYesOrNo"),
        new("Date", Language.En, "B6: 2026-10-12", "B6 = 2026-10-12"),
        new("Date", Language.En, "B6: 12 October 2026", "B6 = 2026-10-12"),
        new("Date", Language.En, "B6: October 12, 2026", "B6 = 2026-10-12"),
        new("Date", Language.En, "B6: 12/10/2026", "asked back B6: AmbiguousDate"),
        new("Date", Language.En, "B6: 25/10/2026", "B6 = 2026-10-25"),
        new("Date", Language.Fr, "B6 : 12/10/2026", "B6 = 2026-10-12"),
        new("Date", Language.Fr, "B6 : 1er octobre 2026", "B6 = 2026-10-01"),
        new("Date", Language.Es, "B6: 12 de octubre de 2026", "B6 = 2026-10-12"),
        new("Date", Language.En, "B6: 31 February 2026", "asked back B6: NotADate"),
        new("Narrative", Language.En, "B7: first line\nsecond line", "B7 says first line / second line"),
        new("Narrative", Language.En, "Dear all,\nThe airport was closed.\nRegards", "kept: The airport was closed."),
        new("Groups", Language.En, "B5 women: 40, men: 55", "B5 = [men 55, women 40]"),
        new("Groups", Language.En, "B5: 95 (women: 40, men: 55)", "B5 = 95 [men 55, women 40]"),
        new("Groups", Language.Fr, "C1 femmes : 40,5 ; hommes : 55", "C1 = [femmes 40.5, hommes 55]"),
        new("Groups", Language.En, "B5: 40 women, 55 men", "asked back B5: NotANumber"),
        new("Several", Language.En, "B3: 45 %, B4: yes", "B3 = 45; B4 = yes"),
        new("Several", Language.En, "B3: 45\nB3: 45 %", "B3 = 45"),
        new("Several", Language.En, "B3: 45\nB3: 54", "asked back B3: SaidTwice"),
        new("Codes", Language.En, "B 3: 45", "B3 = 45"),
        new("Codes", Language.En, "В3: 45", "B3 = 45"), // a Cyrillic letter
        new("Codes", Language.En, "B33: 45", "asked back: UnknownCode"),
        new("Codes", Language.En, "45 %", "asked back: NoCode"),
        new("Codes", Language.En, "B3\t45 %", "B3 = 45"),
        new("Codes", Language.En, "B3 will follow next week", "asked back B3: InASentence"),
        new("Codes", Language.En, "and B5 is around 18 or 19 I think", "asked back B5: InASentence"),
        new("Codes", Language.En, "B5: 12\nB5 includes the airport.", "B5 = 12|asked back B5: InASentence"),
        new("Codes", Language.En, "B5: 12\nB5 above is wrong.", "asked back B5: InASentence"),
        new("Before", Language.En, "1. B3: 45 %\n2) B5: 12\n(3) B8: 7", "B3 = 45; B5 = 12; B8 = 7"),
        new("Before", Language.En, "(B3) 45 %\n[B5] 12\n\"B8\": 7", "B3 = 45; B5 = 12; B8 = 7"),
        new("Before", Language.Fr, "Indicateur B3 : 45 %\nPour B5 : 12\n→ B8 : 7", "B3 = 45; B5 = 12; B8 = 7"),
        new("Before", Language.Es, "Resultado de B5: 12", "B5 = 12"),
        new("Before", Language.En, "The target of B5: 12", "asked back B5: InASentence"),
        new("Before", Language.En, "12 B5: 7", "asked back B5: InASentence"),
        new("Corrected", Language.En, "B5: 12\nCorrection: B5: 13", "asked back B5: SaidTwice"),
        new("Corrected", Language.Fr, "B5 : 12\nErreur, lire B5 : 13", "asked back B5: SaidTwice"),
        new("Corrected", Language.Es, "B5: 12\nPerdón, B5: 13", "asked back B5: SaidTwice"),
        new("Corrected", Language.En, "Correction: B5: 13", "B5 = 13"),
        new("Corrected", Language.En, "B5: 12\nCorrection: 13", "asked back B5: NoCode"),
        new("Corrected", Language.En, "B5: 12\nLast year we had B5: 13", "asked back B5: InASentence"),
        new("Together", Language.En, "B3, B5: 45", "asked back B3 and B5: SeveralCodes"),
        new("Together", Language.En, "B3 and B5: n/a not collected yet", "B3 missing (not collected yet); B5 missing (not collected yet)"),
        new(
            "Together",
            Language.Fr,
            "B3 à B6 : n/d enquête en cours",
            "B3 missing (enquête en cours); B4 missing (enquête en cours); B5 missing (enquête en cours); B6 missing (enquête en cours)"
        ),
        new("Struck out", Language.En, "B5: ~~1~~ 234", "B5 = 234"),
        new("Struck out", Language.En, "B5: 1~~2~~3", "asked back B5: AmbiguousNumber"),
        new("Struck out", Language.En, "~~B5: 99~~", "nothing"),
        new("Struck out", Language.En, "B5: 4\u03365\u0336 54", "B5 = 54"),
        new("Raised", Language.En, "B5: 45¹", "asked back B5: AmbiguousNumber"),
        new("Raised", Language.En, "B5¹: 45", "B5 = 45"),
        new("Form", Language.En, "B3: [45]", "B3 = 45"),
        new("Form", Language.En, "B3: [ ] 45 %", "B3 = 45"),
        new("Form", Language.En, "B3: [45] %", "B3 = 45"),
        new("Form", Language.En, "B3: [45", "asked back B3: CutLine"),
        new("Form", Language.En, "B3: [        ]", "nothing"),
        new("Form", Language.En, "B5 women: [40]", "B5 = [women 40]"),
        new("Cut", Language.Fr, "B5 : 1\n234", "asked back B5: CutLine|asked back: NoCode"),
        new("Marks", Language.En, "B3:\u200B 4\u00AD5\u00A0%", "B3 = 45"),
        new("Marks", Language.En, "\u200FB3: \u202A45\u202C %", "B3 = 45"),
        new("Marks", Language.En, "*B3:* 45 %", "B3 = 45"),
        new("Marks", Language.Fr, "B3 : 45Â %", "asked back B3: WrongCharacters"),
        new("Marks", Language.Fr, "NÃ©ant : rien", "asked back: WrongCharacters"),
        new("Confidential", Language.En, "B9: 12", "asked back B9: ThroughTheLink"),
        new("Signature", Language.En, "Hello\n-- \nB3: 45", "asked back B3: InTheSignature"),
        new("Quoted", Language.En, "Thanks\n> B3: 45", "nothing"),
        new("Quoted", Language.En, "Thanks\n> B3: [45]", "B3 = 45"),
        .. RecognisedInPortuguese.All,
        .. RecognisedInArabic.All,
    ];

    /// <summary>One line of words for a reading.</summary>
    public static string Say(ParsedReply reading)
    {
        List<string> said = [];
        switch (reading.Command)
        {
            case Command.Submit:
                said.Add("Submit");
                break;
            case Command.Correct:
                said.Add("Correct");
                break;
            case Command.Nil nil:
                said.Add($"Nil({nil.Reason})");
                break;
            case Command.Question question:
                said.Add($"Question({question.Text})");
                break;
            case Command.MoreTime more:
                said.Add($"MoreTime({more.Day:yyyy-MM-dd}, {more.Reason})");
                break;
        }

        said.AddRange(reading.Assigned.Select(one => $"Assigned({string.Join(", ", one.Items)}: {one.Address})"));
        foreach (ReplyFigure figure in reading.Figures)
        {
            string value =
                figure.Value?.ToString(CultureInfo.InvariantCulture)
                ?? (
                    figure.Reached is { } reached
                        ? reached
                            ? "yes"
                            : "no"
                        : ""
                );
            string date = figure.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
            string groups =
                figure.Groups.Count == 0
                    ? ""
                    : $"[{string.Join(", ", figure.Groups.Select(group => $"{group.Key} {group.Value.ToString(CultureInfo.InvariantCulture)}"))}]";
            said.Add(
                figure.MissingReason is { } reason ? $"{figure.Code} missing ({reason})"
                : figure.Narrative is { } narrative ? $"{figure.Code} says {narrative.Replace("\n", " / ", StringComparison.Ordinal)}"
                : $"{figure.Code} = {string.Join(' ', new[] { value, date, groups }.Where(part => part.Length > 0))}"
            );
        }

        string understood = string.Join("; ", said);
        IEnumerable<string> asked = reading.NotUnderstood.Select(one =>
            $"asked back{(one.Codes.Count == 0 ? "" : " " + string.Join(" and ", one.Codes))}: {one.Reason}"
        );
        string prose = reading.Narrative.Length == 0 ? "" : $"kept: {reading.Narrative.Replace("\n", " / ", StringComparison.Ordinal)}";
        string both = string.Join('|', asked.Prepend(understood).Append(prose).Where(part => part.Length > 0));
        return both.Length == 0 ? "nothing" : both;
    }

    public string Read() => Say(ReplyReader.Read(ReplyText.Of(Written, null), Items, Language, Within));

    private static DayRange Within { get; } = new(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 31));
}
