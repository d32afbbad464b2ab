using System.Text;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Schemas;

namespace TechBroker.IntegrationTests.Access;

/// <summary>R13: every endpoint of the route table, every kind of caller, every kind of ownership, by requests alone.</summary>
internal sealed class AccessMatrixTests
{
    private const string Approved = "tests/TechBroker.IntegrationTests/Access/access-matrix.txt";

    private Matrix matrix = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => matrix = await Matrix.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await matrix.DisposeAsync();

    [Test]
    public void Endpoints_OfTheRouteTable_AreAllInTheMatrix()
    {
        var endpoints = matrix.Endpoints();

        Assert.That(endpoints, Has.Count.GreaterThan(50));
        Assert.That(endpoints.Where(e => !EndpointTable.All.ContainsKey(e)), Is.Empty, "an endpoint that the matrix does not ask: add it to EndpointTable");
        Assert.That(EndpointTable.All.Keys.Except(endpoints), Is.Empty, "the matrix asks what is not there any more");
    }

    [Test]
    public async Task Matrix_ByRequests_IsTheApprovedOne()
    {
        var (lines, wrong, cells, twins) = (new StringBuilder(), new List<string>(), 0, 0);
        lines.AppendLine(Line("# METHOD path", "what it is about", matrix.People.ByName.Keys)).AppendLine();
        foreach (var endpoint in matrix.Endpoints())
        {
            var request = EndpointTable.All[endpoint];
            var outcomes = new Dictionary<Row, Dictionary<string, string>>();
            foreach (var row in request.Rows)
            {
                outcomes[row] = [];
                foreach (var (name, caller) in matrix.People.ByName)
                {
                    if (await row.MakeAsync(matrix, caller) is not { } target)
                    {
                        outcomes[row][name] = "-";
                        continue;
                    }

                    var reply = await matrix.SendAsync(matrix.Server, endpoint, request, caller, target);
                    outcomes[row][name] = OutcomeOf(reply);
                    cells++;
                    if (reply.Status is >= 500 or 405 or 413 or 415 or 428 or 429 || reply is { Status: 400, MediaType: not "text/html" })
                    {
                        wrong.Add($"{endpoint} | {row.Name} | {name}: {reply.Status} {reply.Text}");
                    }

                    if (row.HiddenFrom.Contains(name) && Asks(endpoint))
                    {
                        twins++;
                        var absent = await matrix.SendAsync(matrix.Twin, endpoint, request, caller, target);
                        if (Neutral(reply) != Neutral(absent))
                        {
                            wrong.Add($"{endpoint} | {row.Name} | {name}: hidden and absent differ\n{Neutral(reply)}\n{Neutral(absent)}");
                        }
                    }
                }

                lines.AppendLine(Line(endpoint.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal), row.Name, outcomes[row].Values));
            }

            wrong.AddRange(
                from row in request.Rows
                from name in row.HiddenFrom
                let absent = outcomes[request.Rows[^1]][name]
                where outcomes[row][name] is not "-" && absent is not "-" && outcomes[row][name] != absent
                select $"{endpoint} | {row.Name} | {name}: {outcomes[row][name]}, but {absent} where there is none");
        }

        await TestContext.Out.WriteLineAsync($"R13: {cells} cells of {matrix.Endpoints().Count} endpoints; {twins} hidden ones compared byte by byte with a server that has none");
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
        ApprovedFile.Check(Approved, lines.ToString());
    }

    // A pair is two items of which the twin has neither; their own tests are EngagementSecrecyTests and WhyTests.
    private static bool Asks(string endpoint) => endpoint is not ("POST /api/v1/engagements" or "GET /api/v1/listings/{id:guid}/matches/{needId:guid}/why");

    // A wrong password or code is asked for after the rule; a page says in words what happened.
    private static string OutcomeOf(Reply reply) =>
        reply.Status is 401 or 403 or 404 && reply.MediaType == "application/problem+json" && reply.Code is not ("wrong-password" or "wrong-code") ? $"{reply.Status}" : "passes";

    private static string Line(string endpoint, string row, IEnumerable<string> cells) =>
        $"{endpoint,-45} {row,-42} {string.Join(' ', cells.Select(c => $"{c,-10}"))}".TrimEnd();

    // The trace id is the request's own, and the date the clock's.
    private static string Neutral(Reply reply)
    {
        var trace = reply.MediaType == "application/problem+json" ? reply.Json.GetProperty("traceId").GetString()! : "\0";
        var headers = reply.Headers.Where(h => h.Key is not "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}");
        return $"{reply.Status}\n{string.Join('\n', headers)}\n{reply.Text.Replace(trace, "TRACE", StringComparison.Ordinal)}";
    }
}
