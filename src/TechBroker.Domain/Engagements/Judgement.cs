using static TechBroker.Domain.Engagements.EngagementAction;

namespace TechBroker.Domain.Engagements;

/// <summary>
/// How well a pair fits in its topic, 1 to 4, as far as what people did with it tells. What counts is the last that was said:
/// <list type="bullet">
/// <item>4: a contract, a memorandum or letter of intent, a negotiation that goes on: both sides put effort into this very pair.</item>
/// <item>3: interest, of one side or both, an introduction, a meeting. Whoever is interested has read what the pair has in common; the silence
/// of the other side tells of people's time, not of the topic.</item>
/// <item>2: declined or closed as maturity or other: somebody looked and found that it is not what is wanted. Nobody engages in what is plainly
/// unrelated, so nothing here is level 1.</item>
/// <item>Price, timing, capacity, foundElsewhere and unresponsive end an engagement without a word on the topic: what was reached before stands,
/// as 3 at most, and where nobody was interested there is no judgement.</item>
/// <item>ipUnclear, compliance, conflict, withdrawn and duplicate: no judgement, whatever was reached; the pair should not have got there.</item>
/// <item>A manager's or the program's proposal alone: no judgement. The program must not learn from its own proposals.</item>
/// </list>
/// </summary>
/// <param name="Level">2 to 4.</param>
/// <param name="At">When that was done which gives the level.</param>
public sealed record Judgement(int Level, DateTimeOffset At)
{
    private const int Strong = 4;
    private const int FairlyStrong = 3;
    private const int Weak = 2;

    /// <summary>Null where what was done tells nothing about the topic.</summary>
    /// <param name="log">Of one engagement, oldest first.</param>
    public static Judgement? Of(IEnumerable<JudgementStep> log)
    {
        Judgement? reached = null;
        Judgement? verdict = null;
        foreach (var step in log)
        {
            switch (step.Action)
            {
                case Negotiate or Publicise or Outcome or Sign:
                    (reached, verdict) = (Better(reached, new(Strong, step.At)), null);
                    break;
                case Interest or Introduce or Meet:
                    (reached, verdict) = (Better(reached, new(FairlyStrong, step.At)), null);
                    break;
                case Decline or Close:
                    verdict = OnClosing(step, reached);
                    reached = verdict is null ? null : AtMost(FairlyStrong, reached);
                    break;
            }
        }

        return verdict ?? reached;
    }

    /// <summary>What a reason for ending leaves of what was reached.</summary>
    private static Judgement? OnClosing(JudgementStep step, Judgement? reached) => step.Reason switch
    {
        CloseReason.Maturity or CloseReason.Other => new(Weak, step.At),
        CloseReason.Price or CloseReason.Timing or CloseReason.Capacity or CloseReason.FoundElsewhere or CloseReason.Unresponsive => AtMost(FairlyStrong, reached),
        _ => null,
    };

    private static Judgement? AtMost(int level, Judgement? reached) => reached?.Level > level ? reached with { Level = level } : reached;

    /// <summary>The first that reached so much gives the date.</summary>
    private static Judgement Better(Judgement? reached, Judgement next) => reached?.Level >= next.Level ? reached : next;
}
