using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security;

/// <summary>One way of getting from the house what nobody may get. It speaks HTTP and mail alone, as an attacker does.</summary>
internal interface IAttack
{
    string Name { get; }

    /// <summary>In plain words, for the table.</summary>
    string Tries { get; }

    string MustHold { get; }

    Task TryAsync(Programme programme, Tally tally);
}

/// <summary>This attack lacks something here, such as the address of the storage.</summary>
internal sealed class NotTriedException(string why) : Exception(why);
