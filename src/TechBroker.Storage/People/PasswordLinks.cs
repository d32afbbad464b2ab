using TechBroker.Storage.Sql;

namespace TechBroker.Storage.People;

/// <summary>Makes the links with which people set a new password, for whoever mails them; the pages that they open are the host's affair.</summary>
/// <param name="MakeAsync">For an account; gives the whole address. Earlier links of that account are worth nothing from then on.</param>
/// <param name="Minutes">For which a link is good.</param>
public sealed record PasswordLinks(Func<WriteSession, Guid, Task<string>> MakeAsync, int Minutes);
