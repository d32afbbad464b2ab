using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Showcase;

internal sealed class PictureTests : ShowcaseFixture
{
    [Test]
    public async Task Picture_OfAPublishedListing_IsPublicAsAFileWithItsTag()
    {
        var posted = (await UploadAsync(Provider, Listing, SamplePictures.Png(800, 600, ("tEXt", "GPS\0北纬39度")))).Succeeds(201);
        Assert.That((posted.Json.GetProperty("width").GetInt32(), posted.Json.GetProperty("mediaType").GetString()), Is.EqualTo((800, "image/png")));
        Assert.That(posted.Headers["Location"], Is.EqualTo(PictureOf(Listing)));
        Assert.That(posted.Json.GetProperty("path").GetString(), Does.StartWith($"{PictureOf(Listing)}?v="));

        using var answer = await PictureAsync(null, Listing);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(Encoding.UTF8.GetString(bytes), Does.Not.Contain("GPS").And.Not.Contain("tEXt"), "where it was taken stays with who took it");
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("image/png"));
            Assert.That(answer.Content.Headers.ContentDisposition!.ToString(), Is.EqualTo($"inline; filename=\"{Listing}.png\""));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain("sandbox"));
            Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
            Assert.That(answer.Headers.ETag!.Tag, Is.EqualTo($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
        });

        using var known = await PictureAsync(null, Listing, ("If-None-Match", answer.Headers.ETag!.Tag));
        Assert.That((int)known.StatusCode, Is.EqualTo(304));
        using var part = await PictureAsync(null, Listing, ("Range", "bytes=1-3"));
        Assert.That(((int)part.StatusCode, await part.Content.ReadAsStringAsync()), Is.EqualTo((206, "PNG")));
        using var beyond = await PictureAsync(null, Listing, ("Range", "bytes=99999999-"));
        Assert.That((int)beyond.StatusCode, Is.EqualTo(416));
    }

    [Test]
    public async Task Picture_OffTheMarket_IsGoneForOthersWhateverTheyHaveKept()
    {
        (await UploadAsync(Provider, Listing, SamplePictures.Png())).Succeeds(201);
        using var seen = await PictureAsync(null, Listing);
        foreach (var (step, visible) in new[] { ("suspend", 404), ("publish", 200), ("withdraw", 404) })
        {
            (await AsAsync(Provider, HttpMethod.Post, $"{Calls.Listings}/{Listing}/{step}")).Succeeds();
            using var answer = await PictureAsync(null, Listing);
            Assert.That((int)answer.StatusCode, Is.EqualTo(visible), step);
        }

        using var again = await PictureAsync(null, Listing, ("If-None-Match", seen.Headers.ETag!.Tag));
        Assert.That((int)again.StatusCode, Is.EqualTo(404));
        using var own = await PictureAsync(Provider, Listing);
        Assert.That((int)own.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Picture_ReplacedAndRemoved_IsTheOneThatStands()
    {
        using var none = await PictureAsync(null, Listing);
        (await Reply.OfAsync(none)).IsProblem(404, "picture-not-found");
        var first = (await UploadAsync(Provider, Listing, SamplePictures.Png())).Succeeds(201).Json.GetProperty("path").GetString();
        var second = (await UploadAsync(Provider, Listing, SamplePictures.Png(300, 900))).Succeeds(201).Json.GetProperty("path").GetString();
        Assert.That(second, Is.Not.EqualTo(first));
        var told = (await AsAsync(null, HttpMethod.Get, ReleaseOf(Listing))).Succeeds().Json.GetProperty("picture");
        Assert.That((told.GetProperty("path").GetString(), told.GetProperty("height").GetInt32()), Is.EqualTo((second, 900)));

        (await AsAsync(Provider, HttpMethod.Delete, PictureOf(Listing))).Succeeds(204);
        (await AsAsync(Provider, HttpMethod.Delete, PictureOf(Listing))).IsProblem(404, "picture-not-found");
        Assert.That((await AsAsync(null, HttpMethod.Get, ReleaseOf(Listing))).Json.GetProperty("picture").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var actions = (await GetAsync($"/api/v1/audit?action=listing.picture&subjectId={Listing}")).Succeeds().Items.Select(e => e.GetProperty("action").GetString());
        Assert.That(actions, Is.EquivalentTo(new[] { "listing.pictureSet", "listing.pictureSet", "listing.pictureRemoved" }));
    }

    [TestCase("image/png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 415, "picture-format")]
    [TestCase("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 415, "unsupported-media-type")]
    [TestCase("image/jpeg", "GIF89a", 415, "picture-format")]
    [TestCase("image/webp", "", 415, "picture-format")]
    public async Task Upload_OfWhatIsNoPicture_IsRefusedAndNothingIsKept(string type, string content, int status, string code)
    {
        (await UploadAsync(Provider, Listing, Encoding.Latin1.GetBytes(content), type)).IsProblem(status, code);
        Assert.That((await AsAsync(Provider, HttpMethod.Get, ReleaseOf(Listing))).Json.GetProperty("picture").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var incoming = Path.Combine(Server.DataDirectory, "pictures", "incoming");
        Assert.That(Directory.Exists(incoming) ? Directory.GetFiles(incoming) : [], Is.Empty);
    }

    [Test]
    public async Task Upload_OutOfBounds_IsRefused()
    {
        (await UploadAsync(Provider, Listing, SamplePictures.Png(200, 480))).IsProblem(422, "picture-too-small");
        (await UploadAsync(Provider, Listing, SamplePictures.Png(8_001, 300))).IsProblem(422, "picture-too-many-pixels");
        (await UploadAsync(Provider, Listing, new byte[4 * 1024 * 1024 + 1])).IsProblem(413, "upload-too-large");
        (await UploadAsync(Provider, Listing, SamplePictures.Png()[..^9])).IsProblem(422, "picture-broken");
    }

    [Test]
    public async Task Picture_WhoseFileIsDamaged_IsNotHandedOut()
    {
        (await UploadAsync(Provider, Listing, SamplePictures.Png())).Succeeds(201);
        using var answer = await PictureAsync(null, Listing);
        var sha256 = answer.Headers.ETag!.Tag.Trim('"');
        await File.WriteAllTextAsync(Path.Combine(Server.DataDirectory, "pictures", sha256[..2], sha256), "x");
        using var damaged = await PictureAsync(null, Listing);
        (await Reply.OfAsync(damaged)).IsProblem(503, "picture-damaged");
        (await UploadAsync(Provider, Listing, SamplePictures.Png())).Succeeds(201);
        using var whole = await PictureAsync(null, Listing);
        Assert.That((int)whole.StatusCode, Is.EqualTo(200));
    }
}
