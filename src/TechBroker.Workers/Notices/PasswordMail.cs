using TechBroker.Domain;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>
/// The mail that somebody asked for who forgot the password. Its link is made when it goes, so that nothing that is stored opens an account; a
/// mail that is tried again has a new one.
/// </summary>
internal static class PasswordMail
{
    // Whoever asks for others all the time must not fill their mail box, nor spoil the link that they have just been sent.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Null where nobody has the address, it was asked for too long ago, or a mail has just gone.</summary>
    public static async Task<NoticeMail?> MakeAsync(WriteSession session, Delivery delivery, PasswordLinks links, DateTimeOffset now)
    {
        if (delivery.AccountId is not { } id || await AccountStore.FindAsync(session, id) is not { State: Account.Active } account
            || delivery.CreatedAt.AddMinutes(links.Minutes) < now || await DeliveryStore.WentSinceAsync(session, id, Delivery.Password, now - Pause))
        {
            return null;
        }

        var english = (await NoticeStore.SettingsAsync(session, id)).Language == "en";
        var link = await links.MakeAsync(session, id);
        session.Record("passwordLink.mailed", "account", id);
        var subject = new Text("TechBroker：设置新密码", "TechBroker: set a new password");
        var line = new Text(
            $"请打开以下链接设置新密码，链接 {links.Minutes} 分钟内有效，只能使用一次。", $"Open this link to set a new password; it works once, within {links.Minutes} minutes.");
        var foot = new Text("如果不是您本人申请，请忽略本邮件，原密码仍然有效。", "If it was not you who asked for it, ignore this mail; your password stays as it is.");
        return new NoticeMail(account.Email, subject.In(english), [(line.In(english), link)], foot.In(english));
    }
}
