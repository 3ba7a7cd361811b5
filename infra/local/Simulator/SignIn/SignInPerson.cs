namespace FunctionsSimulator.SignIn;

/// <summary>Somebody who can sign in on the local sign-in page.</summary>
/// <param name="Id">The object id that the application knows the person by.</param>
/// <param name="Roles">Application roles, as the identity provider would assert them.</param>
public sealed record SignInPerson(string Id, string Name, string Email, IReadOnlyList<string> Roles);
