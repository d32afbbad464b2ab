using System.Text;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Http;

namespace TechBroker.Api.Ceremonies;

/// <summary>The list as a page to print: A4 across, the head of each table again on every sheet. No script; its style is a file, as the content policy asks.</summary>
internal static class SigningListPage
{
    public const string StylePath = "/signing-list.css";

    public const string Css = """
        @page { size: A4 landscape; margin: 12mm; }
        :root { color-scheme: light; font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        body { margin: 1.5rem auto; padding: 0 1rem; max-width: 75rem; color: #000; background: #fff; }
        h1 { margin: 0; font-size: 1.5rem; text-align: center; }
        h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; break-after: avoid; }
        .line { margin: .25rem 0 0; text-align: center; }
        .none { margin: .25rem 0; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; min-width: 60rem; }
        thead { display: table-header-group; }
        tfoot { display: table-row-group; }
        tr { break-inside: avoid; }
        th, td { padding: .45rem .5rem; border: 1px solid #444; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #f0f0f0; }
        tbody td { height: 2.2rem; }
        th:nth-child(1) { width: 3rem; }
        th:nth-child(5) { width: 6rem; }
        th:nth-child(6) { width: 11rem; }
        th:nth-child(7), th:nth-child(8) { width: 8rem; }
        td:nth-child(6), .total, tfoot td { text-align: right; font-variant-numeric: tabular-nums; }
        tfoot td { font-weight: bold; }
        @media print {
          body { margin: 0; padding: 0; max-width: none; font-size: 11px; }
          .wide { overflow: visible; }
          table { min-width: 0; }
          th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """;

    public static string Html(SigningList list, bool english)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="{(english ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="{StylePath}">
            <title>{PlainPage.Encode(list.Title)} · TechBroker</title>
            </head>
            <body>
            <h1>{PlainPage.Encode(list.Title)}</h1>
            <p class="line">{PlainPage.Encode(list.Line)}</p>

            """);
        foreach (var table in list.Tables)
        {
            Add(html, table, english);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Add(StringBuilder html, SigningTable table, bool english)
    {
        html.Append($"<h2>{PlainPage.Encode(table.Title)}</h2>\n");
        if (table.Rows.Count == 0)
        {
            html.Append($"<p class=\"none\">{(english ? "None." : "无。")}</p>\n");
            return;
        }

        html.Append($"{PlainStyle.Wide(PlainPage.Encode(table.Title))}<table>\n<thead><tr>");
        foreach (var heading in table.Headings)
        {
            html.Append($"<th scope=\"col\">{PlainPage.Encode(heading)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{PlainPage.Encode(cell)}</td>")).Append("</tr>\n");
        }

        html.Append("</tbody>\n<tfoot>\n");
        foreach (var total in table.Totals)
        {
            html.Append($"<tr><td colspan=\"5\" class=\"total\">{(english ? "Total" : "合计")}</td><td>{PlainPage.Encode(total)}</td><td colspan=\"2\"></td></tr>\n");
        }

        html.Append("</tfoot>\n</table></div>\n");
    }
}
