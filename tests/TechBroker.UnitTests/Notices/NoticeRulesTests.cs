using System.Net;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Notices;

namespace TechBroker.UnitTests.Notices;

internal sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    // The vector of the reference libraries of Standard Webhooks.
    [TestCase("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [TestCase("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void WebhookSignature_OfTheSpecificationsExample_IsItsOwn(string secret) => Assert.That(
        WebhookSignature.Of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"),
        Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [Test]
    public void Retries_ToTheirEnd_GrowAndAddUpToDays()
    {
        TimeSpan[] Waits(Func<int, double, TimeSpan?> of, double jitter) => [.. Enumerable.Range(1, 20).Select(n => of(n, jitter)).TakeWhile(w => w is not null).Select(w => w!.Value)];

        foreach (var of in (Func<int, double, TimeSpan?>[])[Retries.Webhook, Retries.Mail])
        {
            Assert.That(Waits(of, 0), Is.Ordered.And.Length.EqualTo(9));
            Assert.That(Waits(of, 0).Aggregate((a, b) => a + b), Is.GreaterThan(TimeSpan.FromDays(3) - TimeSpan.FromHours(1)).And.LessThan(TimeSpan.FromDays(4)));
            Assert.That(Waits(of, 1)[0], Is.EqualTo(Waits(of, 0)[0] * 1.1));
        }

        Assert.That(Waits(Retries.Webhook, 0)[..2], Is.EqualTo(new[] { TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5) }));
    }

    [TestCase("8.8.8.8", true)]
    [TestCase("2606:4700::1111", true)]
    [TestCase("127.0.0.1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("10.1.2.3", false)]
    [TestCase("172.31.255.255", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("192.168.0.1", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("100.100.100.200", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("::1", false)]
    [TestCase("::", false)]
    [TestCase("::ffff:127.0.0.1", false)]
    [TestCase("::ffff:8.8.8.8", true)]
    [TestCase("fe80::1", false)]
    [TestCase("fd00:ec2::254", false)]
    [TestCase("ff02::1", false)]
    [TestCase("64:ff9b::7f00:1", false)]
    [TestCase("2002:7f00:1::", false)]
    [TestCase("2001:0:7f00:1::", false)]
    public void Address_OfEachKind_IsPublicOrNot(string address, bool expected) => Assert.That(PublicAddress.IsPublic(IPAddress.Parse(address)), Is.EqualTo(expected));

    [TestCase("127.0.0.1", true)]
    [TestCase("::ffff:127.0.0.1", true)]
    [TestCase("127.0.0.2", false)]
    [TestCase("::1", false)]
    public void Address_OfAnAllowedNetwork_MayBeCalled(string address, bool expected) =>
        Assert.That(PublicAddress.MayConnect(IPAddress.Parse(address), [IPNetwork.Parse("127.0.0.1/32")]), Is.EqualTo(expected));

    [TestCase("https://hooks.example.org/a?b=c", false, true)]
    [TestCase("http://hooks.example.org/", false, false)]
    [TestCase("http://hooks.example.org/", true, true)]
    [TestCase("https://user:pass@hooks.example.org/", true, false)]
    [TestCase("https://user@hooks.example.org/", true, false)]
    [TestCase("https://hooks.example.org/#x", true, false)]
    [TestCase("file:///etc/passwd", true, false)]
    [TestCase("gopher://hooks.example.org/", true, false)]
    [TestCase("/relative", true, false)]
    [TestCase(null, true, false)]
    public void Target_OfEachShape_IsTakenOrNot(string? url, bool allowHttp, bool expected) => Assert.That(PublicAddress.IsTarget(url, allowHttp), Is.EqualTo(expected));

    [TestCase(RobotKind.DingTalk, 20)]
    [TestCase(RobotKind.WeCom, 20)]
    [TestCase(RobotKind.Feishu, 100)]
    public void Robot_AskedAllTheTime_NeverSpeaksMoreOftenThanAllowed(RobotKind kind, int perMinute)
    {
        var (limit, posts) = (RobotLimit.Of(kind), new List<DateTimeOffset>());
        for (var t = Now; t < Now.AddMinutes(3); t += TimeSpan.FromMilliseconds(50))
        {
            if (limit.NextAt([.. posts.Where(p => p > t.AddMinutes(-1))], t) <= t)
            {
                posts.Add(t);
            }
        }

        Assert.That(posts.Select(p => posts.Count(q => q >= p && q < p.AddMinutes(1))).Max(), Is.EqualTo(perMinute));
        Assert.That(posts.Select(p => posts.Count(q => q >= p && q < p.AddSeconds(1))).Max(), Is.LessThanOrEqualTo(limit.PerSecond));
    }

    [Test]
    public void RobotText_OfManyWaiting_CountsThemInOneMessage()
    {
        var waiting = Enumerable.Repeat(("engagement.log", "/engagements/1"), 12).Append(("deal.recorded", "/deals/2")).ToList();

        Assert.That(RobotMessages.TextOf(waiting, "https://market.example.org"), Is.EqualTo("TechBroker：12 条新对接，1 条合同生效。\nhttps://market.example.org"));
        Assert.That(RobotMessages.TextOf(waiting[..1], "https://market.example.org"), Is.EqualTo("TechBroker：1 条新对接。\nhttps://market.example.org/engagements/1"));
    }

    [TestCase("{\"errcode\":0,\"errmsg\":\"ok\"}", null)]
    [TestCase("{\"code\":0,\"msg\":\"success\"}", null)]
    [TestCase("{\"errcode\":130101,\"errmsg\":\"send too fast\"}", "130101")]
    [TestCase("{\"code\":9499}", "9499")]
    [TestCase("<html>", "not-understood")]
    [TestCase("[]", "not-understood")]
    public void RobotAnswer_WhateverItsStatus_GoesByItsCode(string answer, string? fault) => Assert.That(RobotMessages.FaultOf(answer), Is.EqualTo(fault));

    [Test]
    public void Text_OfEachKind_NamesTheTitleInBothLanguages()
    {
        foreach (var kind in NoticeKinds.All)
        {
            var facts = new NoticeFacts { Kind = kind, Title = "低温超导磁体", Reason = CloseReason.Price, Side = EngagementSide.Need, Note = "预算不足", Action = DealAction.Register };
            Assert.That(NoticeTexts.Of(facts, withNote: false).Zh, Does.Contain("低温超导磁体").And.EndWith("。").And.Not.Contain("预算不足"), kind);
            Assert.That(NoticeTexts.Of(facts, withNote: false).En, Does.Contain("低温超导磁体").And.EndWith("."), kind);
            Assert.That(NoticeTexts.Of(facts, withNote: true).Zh, Does.Contain("预算不足"), kind);
        }
    }

    [Test]
    public void Text_OfEachReason_HasTheWordsOfTheVocabulary()
    {
        var vocabulary = VocabularySet.Shipped()["close-reasons"];
        foreach (var reason in Enum.GetValues<CloseReason>().Where(r => r is not CloseReason.Other))
        {
            var facts = new NoticeFacts { Kind = NoticeKinds.Of(EngagementAction.Close), Title = "磁体", Reason = reason };
            Assert.That(NoticeTexts.Of(facts, withNote: false).Zh, Does.Contain(vocabulary.Terms.Single(t => t.Code == Codes.Of(reason)).Zh));
        }
    }

    // A new action without a sentence falls into the general one, which none of these is.
    [Test]
    public void Text_OfEachAction_IsASentenceOfItsOwn()
    {
        var texts = Enum.GetValues<EngagementAction>().Select(a => NoticeTexts.Of(new NoticeFacts { Kind = NoticeKinds.Of(a), Title = "磁体" }, withNote: false)).ToList();
        texts.AddRange(Enum.GetValues<DealAction>().Select(a => NoticeTexts.Of(new NoticeFacts { Kind = NoticeKinds.DealChanged, Title = "磁体", Action = a }, withNote: false)));
        texts.AddRange(new[] { NoticeKinds.DealRecorded, NoticeKinds.EngagementEscalated, NoticeKinds.DealChanged }.Select(k => NoticeTexts.Of(new NoticeFacts { Kind = k, Title = "磁体" }, withNote: false)));

        Assert.That(texts.Select(t => t.Zh), Is.Unique.And.None.Contain("的对接有新进展"));
        Assert.That(texts.Select(t => t.En), Is.Unique.And.None.Contain("The engagement on \"磁体\" has moved on"));
    }

    // Whoever adds an action has to decide here who hears of it besides its manager.
    [Test]
    public void Audience_OfEachAction_IsDecided()
    {
        EngagementAction[] silent = [EngagementAction.Freeze, EngagementAction.Dispatch, EngagementAction.Credit, EngagementAction.Move];
        EngagementAction[] told =
        [
            EngagementAction.Log, EngagementAction.Interest, EngagementAction.Decline, EngagementAction.Introduce, EngagementAction.Close, EngagementAction.Reopen,
            EngagementAction.HandOver, EngagementAction.Accept, EngagementAction.Arrange, EngagementAction.Meet, EngagementAction.Negotiate, EngagementAction.Publicise,
            EngagementAction.Object, EngagementAction.Outcome, EngagementAction.Sign, EngagementAction.Unsign,
        ];

        Assert.That(silent.Concat(told), Is.EquivalentTo(Enum.GetValues<EngagementAction>()));
        Assert.That(Enum.GetValues<EngagementAction>().Where(a => !NoticeKinds.IsForParties(a)), Is.EquivalentTo(silent));
        Assert.That(Enum.GetValues<EngagementAction>().Where(a => NoticeKinds.Escalates(a, hasManager: true)), Is.EquivalentTo(new[] { EngagementAction.Freeze, EngagementAction.Object }));
        Assert.That(
            Enum.GetValues<EngagementAction>().Where(a => NoticeKinds.Escalates(a, hasManager: false)),
            Is.EquivalentTo(new[] { EngagementAction.Freeze, EngagementAction.Object, EngagementAction.Interest, EngagementAction.Reopen }));
    }
}
