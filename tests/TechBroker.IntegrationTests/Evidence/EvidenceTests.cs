using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Evidence;

internal sealed class EvidenceTests : EvidenceFixture
{
    [Test]
    public async Task Upload_ByCentreAndParties_IsMarkedAndReadByAllOfThem()
    {
        var ours = (await UploadAsync(Manager, Samples.Pdf(), note: "双方已盖章")).Succeeds(201);
        var theirs = (await UploadAsync(Seeker, Samples.Pdf(), kind: "paymentProof")).Succeeds(201);

        Assert.Multiple(() =>
        {
            Assert.That(ours.Json.GetProperty("uploadedFor").GetString(), Is.EqualTo("centre"));
            Assert.That(theirs.Json.GetProperty("uploadedFor").GetString(), Is.EqualTo("party"));
            Assert.That(theirs.Json.GetProperty("organisationId").GetGuid(), Is.EqualTo(Enterprise));
            Assert.That(ours.Headers["Location"], Is.EqualTo($"{Path}/{ours.Id}"));
        });
        foreach (var reader in new[] { Manager, Provider, Seeker })
        {
            Assert.That((await AsAsync(reader, HttpMethod.Get, Path)).Succeeds().Ids, Is.EqualTo(new[] { ours.Id, theirs.Id }));
            (await AsAsync(reader, HttpMethod.Get, $"{Path}/{theirs.Id}")).Succeeds();
        }
    }

    [Test]
    public async Task Evidence_ToOutsiders_DoesNotExist()
    {
        var outsider = await Server.AddPersonAsync(await OrganisationAsync(), Role.Provider, Role.Seeker);
        var file = (await UploadAsync(Manager, Samples.Pdf())).Succeeds(201).Id;

        (await UploadAsync(outsider, Samples.Pdf())).IsProblem(404, "deal-not-found");
        (await AsAsync(outsider, HttpMethod.Get, Path)).IsProblem(404, "deal-not-found");
        (await AsAsync(outsider, HttpMethod.Get, $"{Path}/{file}")).IsProblem(404, "deal-not-found");
        var elsewhere = await SignedDeals.AddAsync(Server.Database, (outsider.OrganisationId, null));
        (await AsAsync(outsider, HttpMethod.Get, $"/api/v1/deals/{elsewhere}/evidence/{file}")).IsProblem(404, "evidence-not-found");
    }

    [Test]
    public async Task Evidence_ToStaffInConflict_IsClosed()
    {
        var file = (await UploadAsync(Provider, Samples.Pdf())).Succeeds(201).Id;
        (await AsAsync(Manager, HttpMethod.Post, "/api/v1/conflicts", new { organisationId = University, kind = "holding" })).Succeeds(201);

        (await AsAsync(Manager, HttpMethod.Get, Path)).IsProblem(403, "conflict-of-interest");
        (await AsAsync(Manager, HttpMethod.Get, $"{Path}/{file}")).IsProblem(403, "conflict-of-interest");
        (await UploadAsync(Manager, Samples.Pdf())).IsProblem(403, "conflict-of-interest");
        (await AsAsync(Manager, HttpMethod.Post, $"{Path}/{file}/withdrawal", new { reason = "错" })).IsProblem(403, "conflict-of-interest");
    }

    [Test]
    public async Task Download_OfAFile_IsSavedNotShownAndOnRecord()
    {
        var bytes = Samples.Pdf();
        var file = (await UploadAsync(Manager, bytes, "a\\..\\../技术合同\u202Efdp.\u0007exe")).Succeeds(201);
        Assert.That(file.Json.GetProperty("fileName").GetString(), Is.EqualTo("技术合同fdp.exe.pdf"));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{file.Id}");
        request.Headers.Authorization = new("Bearer", Seeker.Token);
        using var response = await Server.Http.SendAsync(request);

        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/pdf"));
            Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(response.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo("技术合同fdp.exe.pdf"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox").And.Contain("default-src 'none'"));
        });
        foreach (var action in new[] { "evidence.uploaded", "evidence.downloaded" })
        {
            var entry = (await GetAsync($"/api/v1/audit?action={action}&subjectId={Deal}")).Succeeds().Items.Single();
            Assert.That(entry.GetProperty("details").GetProperty("evidenceId").GetGuid(), Is.EqualTo(file.Id));
            Assert.That(entry.ToString(), Does.Not.Contain("技术合同"));
        }
    }

    [TestCase("pdf", "a.pdf", "a.pdf", "application/pdf")]
    [TestCase("png", "扫描件.PNG", "扫描件.png", "image/png")]
    [TestCase("jpeg", "a.jpeg", "a.jpeg", "image/jpeg")]
    [TestCase("docx", "a.doc", "a.doc.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [TestCase("xlsx", "a.xlsx", "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase("ofd", "发票.ofd", "发票.ofd", "application/ofd")]
    [TestCase("csv", "run.bat", "run.bat.txt", "text/plain; charset=utf-8")]
    public async Task Upload_OfAnAllowedKind_TakesItsTypeFromTheContent(string sample, string name, string kept, string type)
    {
        var reply = (await UploadAsync(Manager, Samples.Named(sample), name)).Succeeds(201);

        Assert.That((reply.Json.GetProperty("fileName").GetString(), reply.Json.GetProperty("mediaType").GetString()), Is.EqualTo((kept, type)));
    }

    [TestCase("exe", "file-kind-not-allowed")]
    [TestCase("zip", "file-kind-not-allowed")]
    [TestCase("doc", "file-kind-not-allowed")]
    [TestCase("gbk", "file-kind-not-allowed")]
    [TestCase("cut utf8", "file-kind-not-allowed")]
    [TestCase("binary", "file-kind-not-allowed")]
    [TestCase("cut zip", "file-kind-not-allowed")]
    [TestCase("docx with dtd", "file-kind-not-allowed")]
    [TestCase("docm", "file-is-active")]
    [TestCase("docm as docx", "file-is-active")]
    [TestCase("docm with escapes", "file-is-active")]
    [TestCase("docx with exe", "file-is-active")]
    [TestCase("html", "file-is-active")]
    [TestCase("html later", "file-is-active")]
    [TestCase("svg", "file-is-active")]
    [TestCase("script", "file-is-active")]
    [TestCase("rtf", "file-is-active")]
    public async Task Upload_OfAnotherKind_IsRefusedWhateverItsName(string sample, string code)
    {
        foreach (var name in new[] { "合同.pdf", "合同.docx", "合同.txt" })
        {
            (await UploadAsync(Manager, Samples.Named(sample), name)).IsProblem(415, code);
        }

        Assert.That(await CountAsync("SELECT COUNT(*) FROM Evidence WHERE DealId = @Deal", new { Deal }), Is.Zero);
        Assert.That((Incoming(), File.Exists(ContentOf(Samples.Named(sample)))), Is.EqualTo((Array.Empty<string>(), false)));
    }

    [Test]
    public async Task Upload_OfTheSameFile_IsTakenOnceUntilItIsWithdrawn()
    {
        var file = Samples.Pdf();
        var first = (await UploadAsync(Manager, file)).Succeeds(201).Id;
        (await UploadAsync(Seeker, file, "另一个名字.pdf")).IsProblem(409, "evidence-already-there");
        var other = await SignedDeals.AddAsync(Server.Database, (University, null));
        (await Uploading.SendAsync(Server, $"/api/v1/deals/{other}/evidence", Manager, file, "a.pdf", "contract", null)).Succeeds(201);

        (await AsAsync(Manager, HttpMethod.Post, $"{Path}/{first}/withdrawal", new { reason = "传错了" })).Succeeds();

        (await UploadAsync(Seeker, file)).Succeeds(201);
        Assert.That((await GetAsync(Path)).Ids, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Upload_OfOneFileAtOnce_IsTakenOnce()
    {
        var file = Samples.Pdf();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => UploadAsync(i % 2 == 0 ? Manager : Seeker, file)));

        Assert.That(replies.Select(r => r.Status).Order(), Is.EqualTo(new[] { 201, 409, 409, 409, 409, 409, 409, 409 }));
        Assert.That((Incoming().Length, File.Exists(ContentOf(file))), Is.EqualTo((0, true)));
        (await AsAsync(Seeker, HttpMethod.Get, $"{Path}/{replies.Single(r => r.Status == 201).Id}")).Succeeds();
    }

    [Test]
    public async Task Upload_BeyondTheLimitOfADeal_LeavesNothing()
    {
        for (var i = 0; i < 3; i++)
        {
            (await UploadAsync(Manager, Samples.Pdf())).Succeeds(201);
        }

        var file = Samples.Pdf();
        (await UploadAsync(Manager, file)).IsProblem(409, "evidence-too-many");
        Assert.That((Incoming().Length, File.Exists(ContentOf(file))), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task Upload_Repeated_GivesTheSameAnswer()
    {
        var file = Samples.Pdf();
        var first = (await UploadAsync(Manager, file, headers: ("Idempotency-Key", "k"))).Succeeds(201);
        var again = (await UploadAsync(Manager, file, headers: ("Idempotency-Key", "k"))).Succeeds(201);
        Assert.That((again.Id, again.Headers["Idempotency-Replayed"]), Is.EqualTo((first.Id, "true")));
        (await UploadAsync(Manager, Samples.Pdf(), headers: ("Idempotency-Key", "k"))).IsProblem(422, "idempotency-key-reused");
    }

    [Test]
    public async Task Upload_OfAFaultyForm_NamesEveryField()
    {
        (await UploadAsync(Manager, [], kind: "invoice", note: "a\u0001")).Breaks("file", "kind", "note");
        using var two = Uploading.Form(Samples.Pdf(), "a.pdf");
        two.Add(new ByteArrayContent(Samples.Pdf()), "file", "b.pdf");
        two.Add(new StringContent("x"), "colour");
        using var response = await Server.Http.PostAsync(Path, two);
        (await Reply.OfAsync(response)).Breaks("file", "colour");
        (await PostAsync(Path, new { })).IsProblem(415, "unsupported-media-type");
        Assert.That(Incoming(), Is.Empty);
    }

    [Test]
    public async Task Withdrawal_BySides_IsTheirOwnAndTheCentres()
    {
        var theirs = (await UploadAsync(Seeker, Samples.Pdf())).Succeeds(201).Id;

        (await AsAsync(Provider, HttpMethod.Post, $"{Path}/{theirs}/withdrawal", new { reason = "错" })).IsProblem(403, "evidence-not-yours");
        (await AsAsync(Seeker, HttpMethod.Post, $"{Path}/{theirs}/withdrawal", new { reason = " " })).Breaks("reason");
        var withdrawn = (await AsAsync(Seeker, HttpMethod.Post, $"{Path}/{theirs}/withdrawal", new { reason = "传错了" })).Succeeds();
        (await AsAsync(Seeker, HttpMethod.Post, $"{Path}/{theirs}/withdrawal", new { reason = "错" })).IsProblem(409, "evidence-withdrawn");

        Assert.That(withdrawn.Json.GetProperty("withdrawnReason").GetString(), Is.EqualTo("传错了"));
        (await AsAsync(Provider, HttpMethod.Get, $"{Path}/{theirs}")).IsProblem(409, "evidence-withdrawn");
        (await AsAsync(Manager, HttpMethod.Get, $"{Path}/{theirs}")).Succeeds();
        Assert.That((await GetAsync($"/api/v1/audit?action=evidence.withdrawn&subjectId={Deal}")).Items, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Download_OfADamagedFile_SaysSoAndIsHealedByAnUpload([Values] bool gone)
    {
        var bytes = Samples.Pdf();
        var file = (await UploadAsync(Manager, bytes)).Succeeds(201).Id;
        if (gone)
        {
            File.Delete(ContentOf(bytes));
        }
        else
        {
            await File.WriteAllBytesAsync(ContentOf(bytes), [.. bytes[..^2], (byte)'X', (byte)'\n']);
        }

        (await AsAsync(Seeker, HttpMethod.Get, $"{Path}/{file}")).IsProblem(503, "evidence-damaged");
        Assert.That((await GetAsync($"/api/v1/audit?action=evidence.damaged&subjectId={Deal}")).Items, Has.Length.EqualTo(1));
        (await UploadAsync(Manager, bytes)).IsProblem(409, "evidence-already-there");
        (await AsAsync(Seeker, HttpMethod.Get, $"{Path}/{file}")).Succeeds();
    }

    [TestCase("UPDATE Evidence SET FileName = 'x'")]
    [TestCase("UPDATE Evidence SET Sha256 = 'x', WithdrawnAt = 'x'")]
    [TestCase("DELETE FROM Evidence")]
    [TestCase("UPDATE EvidenceVerdict SET Clean = 1")]
    [TestCase("DELETE FROM EvidenceVerdict")]
    public async Task Tables_Changed_Refuse(string sql)
    {
        (await UploadAsync(Manager, Samples.Pdf())).Succeeds(201);
        await Server.Database.WriteAsync(s => s.RunAsync("INSERT INTO EvidenceVerdict (Sha256, Clean, At) VALUES ('a', 0, 'x')"), CancellationToken.None);

        Assert.That(async () => await Server.Database.WriteAsync(s => s.RunAsync(sql), CancellationToken.None), Throws.InstanceOf<System.Data.Common.DbException>());
    }

    [Test]
    public async Task Folder_OfEvidence_IsTheProgramsOwn()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        (await UploadAsync(Manager, Samples.Pdf())).Succeeds(201);
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(System.IO.Path.Combine(Server.DataDirectory, "evidence")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }
    }

    [Test]
    public async Task Start_AfterAKill_ClearsWhatWasHalfDone()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-").FullName;
        try
        {
            var (kept, orphan, evidence) = (new string('a', 64), new string('b', 64), System.IO.Path.Combine(folder, "evidence"));
            await using (var first = await TestServer.StartAsync(dataDirectory: folder))
            {
                var deal = await SignedDeals.AddAsync(first.Database, (null, null));
                await first.Database.WriteAsync(
                    s => s.RunAsync(
                        "INSERT INTO Evidence (Id, DealId, Kind, FileName, Format, Length, Sha256, UploadedBy, UploadedFor, UploadedAt) VALUES (@deal, @deal, 'other', 'a', 'pdf', 1, @kept, @deal, 'centre', @now)",
                        new { deal, kept, now = DateTimeOffset.UtcNow }),
                    CancellationToken.None);
            }

            foreach (var path in new[] { "incoming/1.part", $"incoming/{kept}", $"incoming/{orphan}", $"aa/{kept}", $"bb/{orphan}" })
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(evidence, path))!);
                await File.WriteAllTextAsync(System.IO.Path.Combine(evidence, path), "x");
            }

            await using (var second = await TestServer.StartAsync(dataDirectory: folder))
            {
                Assert.That(Directory.GetFiles(evidence, "*", SearchOption.AllDirectories), Is.EqualTo(new[] { System.IO.Path.Combine(evidence, "aa", kept) }));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
