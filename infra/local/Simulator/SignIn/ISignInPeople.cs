namespace FunctionsSimulator.SignIn;

/// <summary>Who can sign in. Register one to take the place of section <c>Local:People</c>.</summary>
public interface ISignInPeople
{
    Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation);
}
