using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails to the Secretariat about its own work.</summary>
internal static class SecretariatLetters
{
    private static readonly Text Undecided = Texts.NobodyCanDecide;

    private static readonly Text WhyUndecided = Texts.NobodyDecidesWhy;

    private static readonly Text NameSubstitute = Texts.NobodyDecidesNameSubstitute;

    private static readonly Text Unreadable = Texts.CouldNotBeRead;

    private static readonly Text Without = Texts.BrokenRecordsIntro;

    private static readonly Text Mend = Texts.BrokenRecordsWhatToDo;

    private static readonly Text Records = Texts.BrokenRecordsHeading;

    public static Letter Of(RecordsUnreadable report, Wording say)
    {
        string about = say.About(report.About);
        return new Letter(
            $"{Unreadable.In(say.Language)} {about}",
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(Without.In(say.Language)),
                new Block.Points($"{Records.In(say.Language)} ({report.Count})", [.. report.Records.Select(record => new Point(record))]),
                new Block.Paragraph(Mend.In(say.Language)),
                new Block.Action(say.In(Texts.OpenPage), report.Link),
            ]
        );
    }

    public static Letter Of(NobodyDecides matter, Wording say)
    {
        string about = say.About(matter.About);
        return new Letter(
            $"{Undecided.In(say.Language)} {about}",
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(WhyUndecided.In(say.Language)),
                new Block.Paragraph(NameSubstitute.In(say.Language)),
                new Block.Action(say.In(Texts.OpenPage), matter.People),
            ]
        );
    }
}
