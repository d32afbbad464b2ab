using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Hosting;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>Carries waiting mails to the mail server, and gathers the daily ones.</summary>
internal sealed class MailSender(Database database, NoticeOptions options, PasswordLinks links, DeliveryLoop loop, TimeProvider clock) : BackgroundService
{
    private const int AtOnce = 4, DigestsAtOnce = 200;
    private DateOnly gathered;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync(StepAsync, stoppingToken);

    /// <returns>Whether there was anything to do.</returns>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        await GatherAsync(ct);
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync(s => DeliveryStore.AnyDueAsync(s, Delivery.Mail, now), ct))
        {
            return false;
        }

        // Longer than a mail may take: a second worker must not take it meanwhile.
        var until = now.AddSeconds(options.Mail.TimeoutSeconds + 60);
        var leased = await database.WriteAsync(s => DeliveryStore.LeaseAsync(s, Delivery.Mail, null, now, until, AtOnce), ct);
        await Task.WhenAll(leased.Select(d => SendAsync(d, ct)));
        return leased.Count > 0;
    }

    private async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        var mail = delivery.Kind == Delivery.Password
            ? await database.WriteAsync(s => PasswordMail.MakeAsync(s, delivery, links, clock.GetUtcNow()), ct)
            : await database.ReadAsync(s => NoticeMail.ReadAsync(s, delivery, options), ct);
        if (mail is null)
        {
            await SettleAsync(delivery, Delivery.Dropped, null, null, ct);
            return;
        }

        var fault = await TryAsync(delivery, mail, ct);
        var wait = fault is null or { Permanent: true } ? null : Retries.Mail(delivery.Attempts, Random.Shared.NextDouble());
        await SettleAsync(
            delivery, fault is null ? Delivery.Done : wait is null ? Delivery.Failed : Delivery.Waiting, fault?.Code, wait is { } w ? clock.GetUtcNow() + w : null, ct);
    }

    /// <returns>Null where the server took it.</returns>
    internal async Task<MailFault?> TryAsync(Delivery delivery, NoticeMail mail, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Mail.TimeoutSeconds));
        try
        {
            using var message = mail.ToMessage(delivery.Id, options.Mail.From!);
            using var client = new SmtpClient(options.Mail.Host, options.Mail.Port)
            {
                // Its own limit counts: once it waits for an answer it does not listen to the token, and its default outlives the lease.
                Timeout = options.Mail.TimeoutSeconds * 1_000,
                EnableSsl = options.Mail.Security == "startTls",
                Credentials = options.Mail.Username is { } user ? new NetworkCredential(user, options.Mail.Password) : null,
            };
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (FormatException)
        {
            return new MailFault("address", Permanent: true);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new MailFault("timeout", Permanent: false);
        }
        catch (SmtpException e)
        {
            // 55x is about this mail or its reader. 530, 535 and the like are about us: the operator mends that, and the mail is not lost.
            var status = (int)e.StatusCode;
            return limit.IsCancellationRequested ? new MailFault("timeout", Permanent: false) : new MailFault(status > 0 ? $"smtp-{status}" : "smtp-unreachable", Permanent: status is >= 550 and <= 559);
        }
    }

    private Task<bool> SettleAsync(Delivery delivery, string state, string? fault, DateTimeOffset? next, CancellationToken ct) =>
        database.WriteAsync(s => DeliveryStore.SettleAsync(s, delivery, state, fault, next, clock.GetUtcNow()), ct);

    // Once a day is enough, except for what a restart left.
    private async Task GatherAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == gathered)
        {
            return;
        }

        while (await database.ReadAsync(s => NoticeStore.DigestsAsync(s, today, DigestsAtOnce), ct) is { Count: > 0 } people)
        {
            foreach (var accountId in people)
            {
                await database.WriteAsync(s => GatherAsync(s, accountId, today, now), ct);
            }
        }

        gathered = today;
    }

    private static async Task GatherAsync(WriteSession session, Guid accountId, DateOnly today, DateTimeOffset now)
    {
        var id = Guid.NewGuid();
        if (await NoticeStore.TakeDigestAsync(session, accountId, today, id) > 0)
        {
            await DeliveryStore.InsertAsync(
                session, new Delivery { Id = id, Channel = Delivery.Mail, AccountId = accountId, Kind = "digest", NextAttemptAt = now, CreatedAt = now });
        }
    }
}

/// <summary>Why a mail did not go.</summary>
/// <param name="Code">For the operator.</param>
/// <param name="Permanent">Trying again changes nothing.</param>
internal sealed record MailFault(string Code, bool Permanent);
