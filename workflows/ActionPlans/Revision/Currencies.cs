using System.Collections.Frozen;

namespace ACip.Workflows.ActionPlans.Revision;

/// <summary>Amounts in different currencies are never added, whatever factor a link has, because an exchange rate is not a unit of
/// measure.</summary>
internal static class Currencies
{
    // ISO 4217, in use
    private const string InUse =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC "
        + "CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD "
        + "JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO "
        + "NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
        + "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

    private static readonly FrozenSet<string> Codes = InUse.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The currency that a unit is in, such as NOK in <c>thousand NOK</c>; null if it is not money.</returns>
    public static string? In(string unit) =>
        unit.Split([' ', '/', '(', ')', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Codes.Contains);
}
