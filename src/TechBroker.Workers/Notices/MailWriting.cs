using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using TechBroker.Domain;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>What a mail says: read for its reader at the moment of sending, in the reader's language, with no word of any need and no note.</summary>
internal sealed record NoticeMail(string To, string Subject, IReadOnlyList<(string Line, string? Link)> Lines, string Foot)
{
    public static readonly Text SettingsFoot = new("您可以在“通知设置”中更改邮件的频率和内容。", "You can change how often and about what you are mailed in your notice settings.");

    /// <summary>For the reader's calendar; null where the mail is about no meeting.</summary>
    public CalendarText? Calendar { get; init; }

    /// <summary>Null where there is nothing to tell any more: read, withdrawn from the reader's sight, unwanted, or nobody left to read it.</summary>
    public static async Task<NoticeMail?> ReadAsync(SqlSession session, Delivery delivery, NoticeOptions options)
    {
        if (delivery.AccountId is not { } id || await AccountStore.FindAsync(session, id) is not { State: Account.Active } account)
        {
            return null;
        }

        if (delivery.Kind == MeetingMail.Kind && delivery.Body is not null)
        {
            return await MeetingMail.ReadAsync(session, delivery, account, options);
        }

        var settings = await NoticeStore.SettingsAsync(session, id);
        var english = settings.Language == "en";
        var lines = new List<(string, string?)>();
        foreach (var notice in await NoticeStore.OfDeliveryAsync(session, delivery.Id))
        {
            if (settings.Mails(notice.Kind) && await NoticeReading.OpenAsync(session, notice, account) is { } facts)
            {
                var link = options.PublicAddress is { } address ? address.TrimEnd('/') + NoticeReading.PathOf(notice.EngagementId, notice.DealId) : null;
                lines.Add((NoticeTexts.Of(facts, withNote: false).In(english), link));
            }
        }

        var subject = lines.Count == 1
            ? delivery.DealId is not null ? new Text("TechBroker：技术合同有新进展", "TechBroker: a contract has moved on") : new Text("TechBroker：对接有新进展", "TechBroker: an engagement has moved on")
            : new Text($"TechBroker：{lines.Count} 条新进展", $"TechBroker: {lines.Count} things have moved on");
        return lines.Count == 0 ? null : new NoticeMail(account.Email, subject.In(english), lines, SettingsFoot.In(english));
    }

    /// <param name="deliveryId">Names the mail: a second copy of it after a crash has the same Message-ID, and good mail boxes show it once.</param>
    /// <param name="from">As configured.</param>
    /// <exception cref="FormatException">The reader's address is none that mail knows.</exception>
    public MailMessage ToMessage(Guid deliveryId, string from)
    {
        var message = new MailMessage
        {
            From = new MailAddress(from),
            Subject = OneLine(Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };

        // It reads the last of several and takes the others for a name.
        var reader = new MailAddress(To);
        message.To.Add(reader.Address == To ? reader : throw new FormatException("That is more than an address."));
        message.Headers.Add("Message-ID", $"<{deliveryId:N}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(Plain(), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(Html(), MediaTypeNames.Text.Html));
        if (CalendarPart() is { } calendar)
        {
            message.AlternateViews.Add(calendar);
        }

        return message;
    }

    private AlternateView? CalendarPart()
    {
        if (Calendar is null)
        {
            return null;
        }

        var view = View(Calendar.Text, "text/calendar");

        // The same as in the text (RFC 6047, 2.4), or mail programs take it for a file.
        view.ContentType.Parameters.Add("method", Calendar.Method);
        return view;
    }

    private string Plain() => string.Join("\r\n", [.. Lines.SelectMany(l => l.Link is null ? new[] { OneLine(l.Line), "" } : [OneLine(l.Line), l.Link, ""]), Foot, ""]);

    private string Html()
    {
        var html = new StringBuilder("<!doctype html><html><body>");
        foreach (var (line, link) in Lines)
        {
            var text = WebUtility.HtmlEncode(OneLine(line));
            html.Append(link is null ? $"<p>{text}</p>" : $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{text}</a></p>");
        }

        return html.Append($"<p><small>{WebUtility.HtmlEncode(Foot)}</small></p></body></html>").ToString();
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
