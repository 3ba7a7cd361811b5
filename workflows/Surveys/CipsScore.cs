using System.Text.Json.Serialization;

namespace ACip.Workflows.Surveys;

/// <summary>One published score of the Customs Integrity Perception Survey: how one group saw one key factor in one wave.</summary>
/// <param name="Wave">Sorts in time as text, such as 2025 or 2025-2.</param>
/// <param name="KeyFactor">1 to 10 of the Revised Arusha Declaration.</param>
/// <param name="Group">Who was asked, such as officials or private-sector.</param>
/// <param name="N">Respondents.</param>
/// <param name="Low">Lower end of the 95 % interval of the mean.</param>
public sealed record CipsScore(string Wave, int KeyFactor, string Group, int N, decimal Mean, decimal Low, decimal High)
{
    /// <summary>Whose score it is: the code of an administration, or the name of a group of them; null: the programme's as a
    /// whole.</summary>
    public string? Owner { get; init; }

    /// <summary>Of the programme: how many administrations it was pooled from; null for one that was imported finished, or is not the
    /// programme's.</summary>
    public int? Administrations { get; init; }

    /// <summary>Standard error of the mean and its degrees of freedom, where the answers were scored here; null for a score that was
    /// imported finished.</summary>
    public decimal? Error { get; init; }

    /// <summary>Null: the error is known exactly.</summary>
    public decimal? Freedom { get; init; }

    /// <summary>In a donor's report, of a pooled score: true where only administrations of that agreement are in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OfAgreement { get; init; }
}
