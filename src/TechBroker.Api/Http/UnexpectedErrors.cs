using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TechBroker.Domain;
using TechBroker.Storage;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Http;

/// <summary>What no use case expected: a database that cannot write is 503, a broken request its own status, anything else 500 without detail.</summary>
internal sealed partial class UnexpectedErrors(SqlDialect dialect, ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var problem = Of(exception);
        if (problem.Status >= 500)
        {
            Log.Failed(logger, httpContext.TraceIdentifier, exception);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private Problem Of(Exception exception) => exception switch
    {
        DbException e when dialect.IsUnavailable(e) => new Problem(503, "storage-unavailable", new(
            "数据库暂时无法写入，本次操作未生效，请稍后重试。", "The database cannot write just now; nothing was changed. Try again shortly."))
        {
            RetryAfterSeconds = 5,
        },
        _ when DiskFull.Is(exception) => new Problem(503, "storage-full", new(
            "服务器磁盘空间不足，本次操作未生效，请稍后重试或联系管理员。", "The server's disk is full; nothing was changed. Try again later, or tell the operator."))
        {
            RetryAfterSeconds = 30,
        },
        BadHttpRequestException e => ForStatus(e.StatusCode),
        _ => new Problem(500, "internal-error", new(
            "服务器内部错误，本次操作未生效；请将 traceId 告知管理员。", "Something went wrong inside; nothing was changed. Tell the operator the traceId.")),
    };

    /// <summary>The problem for a status that the framework decided on.</summary>
    public static Problem ForStatus(int status) => status switch
    {
        404 => new Problem(404, "not-found", new("没有这个地址；接口说明见 /openapi/v1.json。", "There is nothing at this address; see /openapi/v1.json.")),
        405 => new Problem(405, "method-not-allowed", new("此地址不支持该方法；接口说明见 /openapi/v1.json。", "This address does not take that method; see /openapi/v1.json.")),
        408 => new Problem(408, "too-slow", new("请求发送过慢，连接已关闭，请检查网络后重试。", "The request arrived too slowly and the connection was closed; check the network and try again.")),
        413 => new Problem(413, "body-too-large", new("请求过大，请缩短或拆分后重试。", "The request is too large; shorten or split it.")),
        415 => new Problem(415, "unsupported-media-type", new("不支持的内容类型。", "That content type is not accepted here.")),
        _ => new Problem(status, $"http-{status}", new Text("请求无法处理。", "The request cannot be processed.")),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Request {TraceId} failed")]
        public static partial void Failed(ILogger logger, string traceId, Exception exception);
    }
}
