using System.Buffers;
using System.Runtime.InteropServices;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// One term's postings in a segment as bytes: their number, then for each impact, largest first, the slots that have it. Most items of a term
/// share one of few impacts, so it costs nothing per posting, and adding up a group adds one number. Slots close together are written as the
/// gap to the one before, a byte each (255: go on 255 slots, nothing here), others as they are, in two bytes.
/// </summary>
internal static class PostingCode
{
    /// <summary>Slots of a segment fit into two bytes.</summary>
    public const int MostSlots = 65536;

    private const int Escape = 255;

    private static readonly int[] AsTheyAre = [.. Enumerable.Range(0, MostSlots)];

    /// <summary>A posting as a number that sorts as postings are written: larger impact first, then by slot.</summary>
    public static uint ItemOf(byte impact, int slot) => ((255u - impact) << 16) | (uint)slot;

    /// <param name="items">See <see cref="ItemOf"/>, rising, at least one.</param>
    /// <param name="to">Where the bytes go.</param>
    public static void Write(ReadOnlySpan<uint> items, IBufferWriter<byte> to)
    {
        var most = to.GetSpan(16 + (items.Length * 10));
        var at = 0;
        WriteNumber(most, ref at, items.Length);
        if (items.Length == 1)
        {
            most[at++] = ImpactOf(items[0]);
            WriteSlot(most, ref at, items[0]);
        }
        else
        {
            while (items.Length > 0)
            {
                var impact = ImpactOf(items[0]);
                var count = 1;
                while (count < items.Length && ImpactOf(items[count]) == impact)
                {
                    count++;
                }

                most[at++] = impact;
                WriteGroup(most, ref at, items[..count]);
                items = items[count..];
            }
        }

        to.Advance(at);
    }

    public static int Count(ReadOnlySpan<byte> code)
    {
        var at = 0;
        return ReadNumber(code, ref at);
    }

    /// <summary>Adds weight × impact to the sum of every slot.</summary>
    public static void AddUp(ReadOnlySpan<byte> code, long weight, Span<long> sums)
    {
        var at = 0;
        if (ReadNumber(code, ref at) == 1)
        {
            sums[SlotAt(code, at + 1)] += weight * code[at];
            return;
        }

        while (at < code.Length)
        {
            var value = weight * code[at++];
            var group = GroupAt(code, ref at, out var isWide);
            if (isWide)
            {
                foreach (var slot in MemoryMarshal.Cast<byte, ushort>(group))
                {
                    sums[slot] += value;
                }
            }
            else
            {
                AddUpGaps(group, value, sums);
            }
        }
    }

    /// <summary>Gives every posting, groups in order, as <see cref="ItemOf"/> of its new slot; a negative new slot leaves it out.</summary>
    public static int Read(ReadOnlySpan<byte> code, ReadOnlySpan<int> newSlots, Span<uint> items)
    {
        var at = 0;
        var count = 0;
        if (ReadNumber(code, ref at) == 1)
        {
            Keep(code[at], SlotAt(code, at + 1), newSlots, items, ref count);
            return count;
        }

        while (at < code.Length)
        {
            var impact = code[at++];
            var group = GroupAt(code, ref at, out var isWide);
            if (isWide)
            {
                foreach (var slot in MemoryMarshal.Cast<byte, ushort>(group))
                {
                    Keep(impact, slot, newSlots, items, ref count);
                }

                continue;
            }

            var last = -1;
            foreach (var gap in group)
            {
                last += gap == Escape ? Escape : gap + 1;
                if (gap != Escape)
                {
                    Keep(impact, last, newSlots, items, ref count);
                }
            }
        }

        return count;
    }

    /// <summary>Every slot, in no order.</summary>
    public static int[] Slots(ReadOnlySpan<byte> code)
    {
        var items = new uint[Count(code)];
        Read(code, AsTheyAre, items);
        return Array.ConvertAll(items, SlotOf);
    }

    private static void AddUpGaps(ReadOnlySpan<byte> gaps, long value, Span<long> sums)
    {
        var slot = -1;
        foreach (var gap in gaps)
        {
            if (gap != Escape)
            {
                slot += gap + 1;
                sums[slot] += value;
            }
            else
            {
                slot += Escape;
            }
        }
    }

    private static void Keep(byte impact, int slot, ReadOnlySpan<int> newSlots, Span<uint> items, ref int count)
    {
        if (newSlots[slot] >= 0)
        {
            items[count++] = ItemOf(impact, newSlots[slot]);
        }
    }

    private static void WriteGroup(Span<byte> most, ref int at, ReadOnlySpan<uint> items)
    {
        var gapBytes = items.Length;
        var last = -1;
        foreach (var item in items)
        {
            gapBytes += (SlotOf(item) - last - 1) / Escape;
            last = SlotOf(item);
        }

        var isWide = gapBytes >= 2 * items.Length;
        WriteNumber(most, ref at, ((isWide ? 2 * items.Length : gapBytes) << 1) | (isWide ? 1 : 0));
        last = -1;
        foreach (var item in items)
        {
            if (isWide)
            {
                WriteSlot(most, ref at, item);
                continue;
            }

            var gap = SlotOf(item) - last - 1;
            for (; gap >= Escape; gap -= Escape)
            {
                most[at++] = Escape;
            }

            most[at++] = (byte)gap;
            last = SlotOf(item);
        }
    }

    private static ReadOnlySpan<byte> GroupAt(ReadOnlySpan<byte> code, ref int at, out bool isWide)
    {
        var head = ReadNumber(code, ref at);
        isWide = (head & 1) != 0;
        var group = code.Slice(at, head >> 1);
        at += head >> 1;
        return group;
    }

    private static byte ImpactOf(uint item) => (byte)(255 - (item >> 16));

    private static int SlotOf(uint item) => (int)(item & 0xffff);

    private static int SlotAt(ReadOnlySpan<byte> code, int at) => code[at] | (code[at + 1] << 8);

    private static void WriteSlot(Span<byte> to, ref int at, uint item)
    {
        to[at++] = (byte)item;
        to[at++] = (byte)(item >> 8);
    }

    private static void WriteNumber(Span<byte> to, ref int at, int number)
    {
        for (; number >= 128; number >>= 7)
        {
            to[at++] = (byte)(number | 128);
        }

        to[at++] = (byte)number;
    }

    private static int ReadNumber(ReadOnlySpan<byte> from, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = from[at++];
            number |= (part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }
    }
}
