using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>What can be done on the page of a report behind its link.</summary>
public sealed record ReportLinkServices(
    ReportLinkAnswers Answers,
    CommentService Comments,
    MoreTimeService Times,
    ContributionService Parts,
    EvidenceUploads Uploads,
    NoticePaceService Notices
);
