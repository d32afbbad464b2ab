using TechBroker.Api.Accounts;

namespace TechBroker.UnitTests.Accounts;

internal sealed class PasswordRulesTests
{
    [TestCase("password")]
    [TestCase(" Password ")]
    [TestCase("aaaaaaaaaa")]
    [TestCase("zhangsan88")]
    [TestCase("ZhangSan882026!")]
    [TestCase("zhangsan88@example.com")]
    [TestCase("TechBroker2026!")]
    public void IsGuessable_WhatIsTriedFirst_IsFound(string password) => Assert.That(PasswordRules.IsGuessable(password, "zhangsan88@example.com"), Is.True);

    [TestCase("correct horse battery")]
    [TestCase("zhangsan88 likes tea")]
    [TestCase("实验室的门牌号是三零二")]
    public void IsGuessable_ASentence_IsNot(string password) => Assert.That(PasswordRules.IsGuessable(password, "zhangsan88@example.com"), Is.False);
}
