using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using TechBroker.Domain;

namespace TechBroker.Workers.Rabbit;

/// <summary>What is wrong with the broker, in a sentence that names the key to look at; never the password.</summary>
internal static class BrokerTrouble
{
    private const int NotAllowed = 530, AccessRefused = 403, Inequivalent = 406;

    public static Text Of(Exception thrown, BusOptions options)
    {
        var all = Causes(thrown).ToList();
        var where = string.Join(", ", options.Nodes.Select(n => $"{n.Host}:{n.Port}"));
        return all.Exists(e => e is AuthenticationFailureException or PossibleAuthenticationFailureException)
            ? new(
                $"消息服务器 {where} 不接受用户“{options.Username}”，请检查 Bus:Username 和 Bus:Password。",
                $"The broker at {where} refuses the user '{options.Username}': check Bus:Username and Bus:Password.")
            : ReplyOf(all) is { } reply ? OfReply(reply.ReplyCode, reply.ReplyText, where, options)
            : all.Exists(e => e is AuthenticationException)
            ? new(
                $"与消息服务器 {where} 建立 TLS 连接失败，请检查 Bus:TlsServerName、Bus:TlsCaFile 和服务器证书。",
                $"No TLS connection to the broker at {where}: check Bus:TlsServerName, Bus:TlsCaFile and the broker's certificate.")
            : all.OfType<SocketException>().FirstOrDefault() is { } socket ? OfSocket(socket, where)
            : new(
                $"消息服务器 {where} 无法连接（{all[^1].GetType().Name}），请检查 Bus:Host、Bus:Port、Bus:Tls 以及服务器是否正在运行。",
                $"The broker at {where} cannot be reached ({all[^1].GetType().Name}): check Bus:Host, Bus:Port, Bus:Tls and whether it runs.");
    }

    /// <summary>Whether the broker itself has said what is wrong.</summary>
    public static bool IsReply(Exception thrown) => ReplyOf(Causes(thrown)) is not null;

    private static ShutdownEventArgs? ReplyOf(IEnumerable<Exception> causes) => causes.OfType<OperationInterruptedException>().FirstOrDefault()?.ShutdownReason;

    /// <summary>What the broker itself answered; its texts name queues, users and virtual hosts.</summary>
    private static Text OfReply(int code, string? text, string where, BusOptions options) => code switch
    {
        NotAllowed => new(
            $"消息服务器 {where} 不允许用户“{options.Username}”使用虚拟主机“{options.VirtualHost}”，或该虚拟主机不存在，请检查 Bus:VirtualHost。",
            $"The broker at {where} has no virtual host '{options.VirtualHost}' for the user '{options.Username}': check Bus:VirtualHost and the user's permissions."),
        AccessRefused => new(
            $"用户“{options.Username}”在消息服务器 {where} 上权限不足：{text}",
            $"The user '{options.Username}' may not do what it has to at the broker {where}: {text}"),
        Inequivalent => new(
            $"消息服务器 {where} 上已有同名但参数不同的队列，请恢复原来的 Bus:DeliveryLimit，或在队列清空后将其删除：{text}",
            $"A queue at the broker {where} was made with other arguments: set Bus:DeliveryLimit back, or delete the queue once it is empty: {text}"),
        _ => new($"消息服务器 {where} 报告：{code} {text}", $"The broker at {where} says: {code} {text}"),
    };

    private static Text OfSocket(SocketException socket, string where) => socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
        ? new($"找不到消息服务器主机 {where}，请检查 Bus:Host。", $"There is no host {where}: check Bus:Host.")
        : new(
            $"消息服务器 {where} 没有应答（{socket.SocketErrorCode}），请检查 Bus:Host、Bus:Port 以及服务器是否正在运行。",
            $"Nothing answers at {where} ({socket.SocketErrorCode}): check Bus:Host and Bus:Port, and whether the broker runs.");

    private static IEnumerable<Exception> Causes(Exception e) => e is AggregateException many
        ? many.InnerExceptions.SelectMany(Causes).Append(e)
        : e.InnerException is { } inner ? Causes(inner).Prepend(e) : [e];
}
