namespace ACip.Tests.Scenarios.Auditing;

/// <summary>A fault, and where the auditor has to find it.</summary>
/// <param name="Rule">Of the auditor.</param>
/// <param name="PlantAsync">Puts it there; gives stream (or container) and key of what must be named.</param>
internal sealed record Plant(string Rule, Func<Planting, Task<(string Stream, string Key)>> PlantAsync);

/// <summary>One fault of each kind that the auditor knows, by name.</summary>
internal static class Plants
{
    public static IReadOnlyDictionary<string, Plant> All { get; } =
        new Dictionary<string, Plant>
        {
            ["an event that says otherwise"] = new("chains", ChainPlants.ChangeEventAsync),
            ["an event that is gone"] = new("chains", ChainPlants.RemoveEventAsync),
            ["a head of an earlier day"] = new("chains", ChainPlants.HeadAsync),
            ["a row that was changed by hand"] = new("chains", ChainPlants.ChangeRowAsync),
            ["a row that is gone"] = new("chains", ChainPlants.RemoveRowAsync),
            ["a decision by who wrote it"] = new("decisions", DecisionPlants.OwnDecisionAsync),
            ["a decision told twice"] = new("decisions", DecisionPlants.TwiceAsync),
            ["a decision that no event tells"] = new("decisions", DecisionPlants.UndecidedAsync),
            ["a submission in another's place"] = new("decisions", DecisionPlants.NumberAsync),
            ["an acceptance opened again, and no event tells it"] = new("decisions", DecisionPlants.TakenBackAsync),
            ["more time that only the chain tells of"] = new("told-once", ToldPlants.MoreTimeTwiceAsync),
            ["a part of a report that nobody asked for"] = new("told-once", ToldPlants.PartNobodyAskedForAsync),
            ["an end without figures that no event tells"] = new("told-once", ToldPlants.EndedAsync),
            ["a substitute whom nobody named"] = new("told-once", ToldPlants.SubstituteAsync),
            ["a mail that is not kept"] = new("counts", MailPlants.RemoveMailAsync),
            ["a mail of which nobody knows"] = new("counts", MailPlants.UnknownMailAsync),
            ["a mail that counts twice"] = new("counts", MailPlants.SecondNoteAsync),
            ["an accepted value that nobody gave"] = new("lineage", LineagePlants.ValueAsync),
            ["a value from a mail that never came"] = new("lineage", LineagePlants.SourceAsync),
            ["a value accepted of a report that was not"] = new("lineage", LineagePlants.NotAcceptedAsync),
            ["an accepted value that is lost"] = new("lineage", LineagePlants.LostAsync),
            ["a reminder that was never written"] = new("mails", MailPlants.RemoveOutgoingAsync),
            ["a mail without a cause"] = new("mails", MailPlants.NoCauseAsync),
            ["a mail of a report beside an event of another"] = new("mails", UnwantedMailPlants.OfAnotherReportAsync),
            ["a mail of a report to another than its key says"] = new("mails", UnwantedMailPlants.ToAnotherAsync),
            ["a mail to who did it"] = new("mails", UnwantedMailPlants.ToWhoDidItAsync),
            ["an entry by mail, told as one without"] = new("mails", UnwantedMailPlants.EnteredByMailAsync),
            ["a file released, told as rejected"] = new("mails", UnwantedMailPlants.ReleasedFileAsync),
            ["a report's end that its plan's suspension tells of"] = new("mails", UnwantedMailPlants.EndedWithItsPlanAsync),
            ["a review's findings told as a change of the plan"] = new("mails", UnwantedMailPlants.FindingsAsync),
            ["a task moved, told by no step of it"] = new("mails", UnwantedMailPlants.MovedTaskAsync),
            ["a copy of what was taken from a page"] = new("mails", UnwantedMailPlants.CopyOfPageAsync),
            ["a message discarded, told of another"] = new("mails", UnwantedMailPlants.AnotherMessageAsync),
            ["a message discarded, told to another than its sender"] = new("mails", UnwantedMailPlants.ToAnotherThanTheSenderAsync),
            ["an absence of somebody else"] = new("mails", UnwantedMailPlants.AnotherAbsenceAsync),
            ["a donor report issued to readers, told as one without"] = new("mails", UnwantedMailPlants.ReadReportAsync),
            ["a proof released, told as rejected"] = new("mails", UnwantedMailPlants.ReleasedProofAsync),
            ["a plan suspended, and those who answer for it not told"] = new("mails", MailPlants.NeverToldOfPlanAsync),
            ["a report missed, and those who answer for it not told"] = new("mails", MailPlants.NeverToldOfReportAsync),
            ["an event cancelled, and those who were written to about it not told"] = new("mails", MailPlants.NeverToldOfEventAsync),
            ["a task that nobody was asked to do"] = new("mails", MailPlants.NeverAskedAsync),
            ["another value in a donor's report"] = new("donor-reports", DonorReportPlants.SnapshotValueAsync),
            ["an administration that the grant does not fund"] = new("donor-reports", DonorReportPlants.NotFundedAsync),
            ["a figure that does not follow"] = new("donor-reports", DonorReportPlants.FigureAsync),
            ["an observation listed otherwise"] = new("donor-reports", DonorReportPlants.ListedAsync),
        };
}
