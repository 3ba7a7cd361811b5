using System.Text.Json.Serialization;

namespace ACip.Workflows.Surveys;

/// <summary>One published score of the Customs Integrity Perception Survey: one group's view of one key factor in one wave.</summary>
/// <param name="Wave">Sorts in time as text, such as 2025 or 2025-2.</param>
/// <param name="KeyFactor">1 to 10 of the Revised Arusha Declaration.</param>
/// <param name="Group">Who was asked, such as officials or private-sector.</param>
/// <param name="N">Respondents.</param>
/// <param name="Low">Lower end of the 95 % interval of the mean.</param>
public sealed record CipsScore(string Wave, int KeyFactor, string Group, int N, decimal Mean, decimal Low, decimal High)
{
    /// <summary>Whose score it is: an administration's code or the name of a group of them; null for the whole programme.</summary>
    public string? Owner { get; init; }

    /// <summary>For the programme: how many administrations were pooled; null for an imported score, or for one that is not the
    /// programme's.</summary>
    public int? Administrations { get; init; }

    /// <summary>Standard error of the mean and its degrees of freedom, where the answers were scored here; null for a score that was
    /// imported finished.</summary>
    public decimal? Error { get; init; }

    /// <summary>Null if the error is known exactly.</summary>
    public decimal? Freedom { get; init; }

    /// <summary>For a pooled score in a donor report: true if it contains only administrations of that agreement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OfAgreement { get; init; }
}
